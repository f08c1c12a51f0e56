import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Where } from './next-commands.ts';

/** Stands for a clone of the repository, where none is known: the package alone can't be deployed. */
export const someClone = 'CLONE';

/**
 * From which folder the policies of a folder are deployed, and how the deployment is told them.
 * @param folder the policies, from the current folder on
 * @param current the current folder
 * @param root the folder of this package
 */
export const whereToDeploy = (
  folder: string,
  current: string,
  root: string,
): Pick<Where, 'clone' | 'deployed'> => {
  const whole = resolve(current, folder);
  const isClone = existsSync(join(root, 'build', 'serverless-plugin.ts'));
  const isHere = isClone && resolve(current) === resolve(root);
  const isUsual = isClone && whole === join(resolve(root), 'policies');
  return {
    ...(!isHere && { clone: isClone ? root : someClone }),
    ...(!isUsual && { deployed: isHere ? folder : whole }),
  };
};

import type { Mistake } from '../../policy/mistake.ts';
import { counted } from './counted.ts';

/** Why policies aren't there, for a command that can do without: a sentence without its end, not inert yet. */
export const unreadPolicies = (folder: string, mistakes: readonly Mistake[]): string => {
  const [whole] = mistakes.filter(({ isFolder }) => isFolder);
  return whole && mistakes.length === 1
    ? `${whole.message.replace(/\.$/, '')} (--policies names another)`
    : `The policies in ${folder} have ${counted(mistakes.length, 'mistake')} (lifeguard validate says which)`;
};

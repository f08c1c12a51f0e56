import { readFileSync } from 'node:fs';
import { listOf, type Statement } from './template.ts';

/** An example of a policy, as it is written. */
export const examplePolicy = (
  name: string,
): { readonly text: string; readonly statements: readonly Statement[] } => {
  const text = readFileSync(new URL(`../../docs/examples/${name}.json`, import.meta.url), 'utf8');
  return { text, statements: JSON.parse(text).Statement };
};

/** True where a pattern of an IAM policy means the action. */
export const means = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(action);

/** True where one of the statements allows the action on something. */
export const allows = (statements: readonly Statement[], action: string): boolean =>
  statements.some(({ Action }) => listOf(Action).some((pattern) => means(pattern, action)));

import picomatch from 'picomatch';
import type { NameGlob, Scope } from '../policy.ts';
import type { PolicyFile } from '../policy-file.ts';

/**
 * Compiles the `appliesTo` of a file.
 * @returns in place of the scope, `badGlob`: the index of the first of its globs that isn't one
 */
export const compileScope = ({
  names,
  tags,
  accounts,
  regions,
  pools,
}: PolicyFile['appliesTo']): { readonly scope?: Scope; readonly badGlob?: number } => {
  const globs: NameGlob[] = [];
  for (const [index, written] of names?.entries() ?? []) {
    const glob = compileGlob(written);
    if (!glob) return { badGlob: index };
    globs.push(glob);
  }
  return {
    scope: {
      ...(accounts && { accounts }),
      ...(regions && { regions }),
      ...(pools && { pools }),
      ...(names && { names: globs }),
      ...(tags && { tags: listsOf(tags) }),
    },
  };
};

const listsOf = (tags: NonNullable<PolicyFile['appliesTo']['tags']>): NonNullable<Scope['tags']> =>
  Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  );

const compileGlob = (glob: string): NameGlob | undefined => {
  const { source } = picomatch.makeRe(glob, { dot: true, bash: true, noextglob: true, nonegate: true });
  // What picomatch gives for a pattern that makes no regular expression.
  return source === '$^' ? undefined : { glob, pattern: source };
};

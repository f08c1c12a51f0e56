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

/** Tags as they were written, each with a list of its values. */
export const listsOf = (tags: NonNullable<PolicyFile['appliesTo']['tags']>): NonNullable<Scope['tags']> =>
  Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  );

/** What is wrong with a glob that doesn't compile. */
export const globMessage =
  "This is no pattern: a bracket or a brace in it isn't closed, or a range in it runs backwards.";

/** A glob with the regular expression that it means; undefined where it is no pattern. */
export const compileGlob = (glob: string): NameGlob | undefined => {
  const { source } = picomatch.makeRe(glob, { dot: true, bash: true, noextglob: true, nonegate: true });
  // What picomatch gives for a pattern that makes no regular expression.
  return source === '$^' ? undefined : { glob, pattern: source };
};

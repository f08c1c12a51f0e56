/** Dotted paths and what is known of each, as a tree: a walk through JSON asks it member by member. */
export interface PathTree<Known> {
  /** What is known of the path that ends here; absent where it only leads to others. */
  readonly known?: Known;
  readonly members: ReadonlyMap<string, PathTree<Known>>;
}

interface Growing<Known> {
  known?: Known;
  readonly members: Map<string, Growing<Known>>;
}

/** The tree of these paths. Of two that are the same, the first counts. */
export const pathTree = <Known>(entries: Iterable<readonly [string, Known]>): PathTree<Known> => {
  const root: Growing<Known> = { members: new Map() };
  for (const [path, known] of entries) {
    const end = path.split('.').reduce((node, member) => {
      const next: Growing<Known> = node.members.get(member) ?? { members: new Map() };
      node.members.set(member, next);
      return next;
    }, root);
    end.known ??= known;
  }
  return root;
};

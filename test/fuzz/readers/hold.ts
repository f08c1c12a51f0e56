/** @throws Error with what was broken, where a promise isn't kept */
export function hold(isKept: boolean, broken: string): asserts isKept {
  if (!isKept) throw new Error(broken);
}

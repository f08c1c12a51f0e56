/**
 * Puts one more thing at the end of a list that others hold, which keeps the newest of them: so many, and as many
 * again until the older ones go.
 */
export function keepNewest<Thing>(list: Thing[], thing: Thing, most: number): void {
  list.push(thing);
  if (list.length >= 2 * most) list.splice(0, list.length - most);
}

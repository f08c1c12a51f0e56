/** The same things, one after the other. */
export async function* aStream<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
  yield* things;
}

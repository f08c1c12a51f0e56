/** All that an iterable gives, in its order. */
export const allOf = async <Each>(iterable: AsyncIterable<Each>): Promise<Each[]> => {
  const all: Each[] = [];
  for await (const each of iterable) all.push(each);
  return all;
};

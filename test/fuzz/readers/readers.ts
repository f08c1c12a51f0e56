import type { Reader } from './reader.ts';

/** Who reads what others wrote, each with the module that is loaded for it alone. */
export const readers = {
  event: async () => (await import('./event-reader.ts')).eventReader,
  message: async () => (await import('./message-reader.ts')).messageReader,
  policy: async () => (await import('./policy-reader.ts')).policyReader,
  template: async () => (await import('./declared-readers.ts')).templateReader,
  plan: async () => (await import('./declared-readers.ts')).planReader,
} satisfies { readonly [name: string]: () => Promise<Reader> };

export type ReaderName = keyof typeof readers;

export const readerNames = Object.keys(readers) as readonly ReaderName[];

export const isReaderName = (name: string): name is ReaderName => Object.hasOwn(readers, name);

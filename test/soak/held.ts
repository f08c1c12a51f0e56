import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the process holds. */
export interface Held {
  /** Bytes of the heap, after a collection. */
  readonly heap: number;
  /** Connections, of which clients keep some open for their next calls. */
  readonly sockets: number;
  /** What else waits for something from outside, by kind; files are read and written now and then. */
  readonly others: readonly string[];
}

/** What is held now. Timers that keep nothing from ending aren't among it. */
export const held = (): Held => {
  collect();
  const kinds = process.getActiveResourcesInfo().filter((kind) => !kind.startsWith('FS'));
  return {
    heap: v8.getHeapStatistics().used_heap_size,
    sockets: kinds.filter((kind) => kind === 'TCPSocketWrap').length,
    others: kinds.filter((kind) => kind !== 'TCPSocketWrap').toSorted(),
  };
};

import { stripVTControlCharacters } from 'node:util';
import { isReaderName, readers } from '../readers/readers.ts';
import { hottestIn } from './hottest.ts';
import { watchPrototypes } from './prototypes.ts';
import { watchReached } from './reached.ts';
import type { Reading } from './reading.ts';

/** What this process is asked. */
export interface Asked {
  readonly text: string;
  /** Says where the time goes, and takes longer for it. */
  readonly profiled?: true;
}

const [, , name = '', mode] = process.argv;
if (!isReaderName(name) || !process.send) throw new Error('watched-process.ts starts this one.');
const send = process.send.bind(process);

// Before the reader is loaded: what is loaded by then is watched by function only.
const reached = mode === 'guided' ? await watchReached() : async () => new Uint32Array();
const { read } = await readers[name]();
const changedMembers = watchPrototypes();

/** The message without numbers that differ from text to text, and the frames of it that are ours. */
const told = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /\/(src|test\/fuzz)\//.test(line));
  const places = frames
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(?file:\/\/\S*?\/((src|test)\/)/, '$1'));
  return stripVTControlCharacters([`${error.name}: ${error.message.slice(0, 500)}`, ...places].join('\n'));
};

const answer = async ({ text, profiled }: Asked): Promise<Reading> => {
  await reached();
  const before = process.cpuUsage();
  let hottest: string | undefined;
  try {
    if (profiled) hottest = await hottestIn(() => read(text));
    else await read(text);
  } catch (error) {
    return { kind: 'broken', how: 'threw', what: told(error) };
  }
  const { user, system } = process.cpuUsage(before);
  const changed = changedMembers();
  if (changed.length > 0) return { kind: 'broken', how: 'changed a prototype', what: changed.join(', ') };
  const features = await reached();
  return {
    kind: 'read',
    features,
    milliseconds: (user + system) / 1000,
    ...(hottest !== undefined && { hottest }),
  };
};

process.on('message', async (asked: Asked) => send(await answer(asked)));
send('ready');

import { poolRefFromArn } from '../../pool/pool-ref.ts';
import type { Subject } from './verdict.ts';

/** A subject in a few words: a live pool's name and id, or where a pool is declared. Not inert yet. */
export const shownSubject = ({ name, id, place }: Subject): string => {
  if (place?.file === name) return `${name}:${place.line}`;
  if (place) return `${name} (${place.file}:${place.line}:${place.column})`;
  const short = poolRefFromArn(id)?.id ?? id;
  return name === short ? short : `${name} (${short})`;
};

import { gunzipSync, gzipSync } from 'node:zlib';

/** A value as compressed JSON; the same value gives the same bytes. `gunzip` shows it to a person. */
export const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));

/** What was packed. @throws where the bytes are no compressed JSON */
export const unpack = (bytes: Uint8Array): unknown => JSON.parse(gunzipSync(bytes).toString());

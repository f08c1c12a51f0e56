import { stringify } from 'yaml';
import { inertJson, live } from '../notify/inert-json.ts';
import type { JsonObject } from '../pool/json.ts';

/** In which forms a request can be had: those that every command of the AWS CLI takes. */
export const requestFormats = ['cli-input-json', 'cli-input-yaml'] as const;

export type RequestFormat = (typeof requestFormats)[number];

export const isRequestFormat = (format: string): format is RequestFormat =>
  (requestFormats as readonly string[]).includes(format);

/** A request's body for `aws … --cli-input-json file://…`, the same value for every parser. It holds what the pool holds. */
export const requestText = (request: JsonObject, format: RequestFormat): string =>
  format === 'cli-input-json' ? inertJson(request, 2) : inertYaml(request);

/** Every text is in double quotes, where each character that a terminal obeys can be written as an escape. */
const inertYaml = (request: JsonObject): string =>
  stringify(request, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 })
    .trimEnd()
    .replace(live, (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);

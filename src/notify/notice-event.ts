import { isJsonObject, type Json, type JsonObject } from '../pool/json.ts';
import { cutTo, lengthBeforeCut } from './escape.ts';
import type { Notice } from './notice.ts';
import { showWords, type Words } from './words.ts';

const plain = (text: Words): string => showWords(text, (outside) => outside.text);

/** How much of a notice a machine gets: the length of each text, and of each list. */
export interface EventLimits {
  readonly text: number;
  readonly items: number;
}

const everything: EventLimits = { text: 20_000, items: 1000 };

/** Members whose value may be a map of the pool's own, such as its tags; all other objects are ours. */
const poolValues = new Set(['found', 'now', 'from', 'to']);

/** Cuts every text, every list and every map of the pool's, and says whether it had to. */
const limited = (json: Json, limits: EventLimits): { readonly json: Json; readonly cut: boolean } => {
  let cut = false;
  const text = (whole: string): string => {
    cut ||= whole.length > limits.text || lengthBeforeCut(whole) !== undefined;
    return cutTo(whole.toWellFormed(), limits.text);
  };
  const some = <Item>(items: readonly Item[], most: number): readonly Item[] => {
    cut ||= items.length > most;
    return items.slice(0, most);
  };
  const visit = (node: Json, name: string): Json => {
    if (typeof node === 'string') return text(node);
    if (Array.isArray(node)) return some(node, limits.items).map((item) => visit(item, ''));
    if (!isJsonObject(node)) return node;
    const most = poolValues.has(name) ? limits.items : Number.POSITIVE_INFINITY;
    return Object.fromEntries(
      some(Object.entries(node), most).map(([key, value]) => [text(key), visit(value ?? null, key)]),
    );
  };
  return { json: visit(json, ''), cut };
};

/** A notice is readonly records all through, which a JSON tree is too; only the compiler can't see it. */
const asJson = (records: object): JsonObject => records as JsonObject;

/**
 * A notice for machines, schema `cognito-lifeguard/notice/1`. Members are only ever added under this name.
 * Text is as it was found, unescaped: whoever shows it must make it safe for where it is shown.
 * @param limits what to keep of long texts and lists; where anything was cut, `truncated` is true
 */
export const noticeEvent = (notice: Notice, limits: EventLimits = everything): JsonObject => {
  const {
    id,
    about,
    kind,
    severity,
    urgent,
    headline,
    summary,
    accountAlias,
    owners,
    settings,
    steps,
    links,
  } = notice;
  const { json, cut } = limited(
    asJson({
      id,
      about,
      kind,
      severity,
      urgent,
      ...(accountAlias !== undefined && { accountAlias }),
      settings,
      ...notice.details,
      ...(owners.length > 0 && { owners }),
      links,
      headline: plain(headline),
      summary: plain(summary),
      steps: steps.map((step) => ({ ...step, text: plain(step.text) })),
    }),
    limits,
  );
  return { schema: 'cognito-lifeguard/notice/1', truncated: cut, ...(isJsonObject(json) ? json : {}) };
};

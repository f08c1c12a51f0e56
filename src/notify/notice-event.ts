import type { Json, JsonObject } from '../pool/json.ts';
import { isJsonObject } from '../pool/json.ts';
import { cutTo } from './escape.ts';
import type { Notice } from './notice.ts';
import { showWords, type Words } from './words.ts';

const plain = (text: Words): string => showWords(text, (outside) => outside.text);

/** How much of a notice a machine gets: the length of each text, and of each list. */
export interface EventLimits {
  readonly text: number;
  readonly items: number;
}

const everything: EventLimits = { text: 20_000, items: 1000 };

/** Cuts every text and every list in a tree, and says whether it had to. */
const limited = (json: Json, limits: EventLimits): { readonly json: Json; readonly cut: boolean } => {
  let cut = false;
  const visit = (node: Json): Json => {
    if (typeof node === 'string') {
      cut ||= node.length > limits.text;
      return cutTo(node.toWellFormed(), limits.text);
    }
    if (Array.isArray(node)) {
      cut ||= node.length > limits.items;
      return node.slice(0, limits.items).map(visit);
    }
    if (!isJsonObject(node)) return node;
    const entries = Object.entries(node).filter(([, value]) => value !== undefined);
    cut ||= entries.length > limits.items;
    return Object.fromEntries(
      entries
        .slice(0, limits.items)
        .map(([name, value]) => [cutTo(name.toWellFormed(), limits.text), visit(value ?? null)]),
    );
  };
  return { json: visit(json), cut };
};

/**
 * A notice for machines, schema `cognito-lifeguard/notice/1`. Members are only ever added under this name.
 * Text is as it was found, unescaped: whoever shows it must make it safe for where it is shown.
 * @param limits what to keep of long texts and lists; where anything was cut, `truncated` is true
 */
export const noticeEvent = (notice: Notice, limits: EventLimits = everything): JsonObject => {
  const { headline, summary, steps, ...facts } = notice;
  const whole: JsonObject = {
    ...(structuredClone(facts) as unknown as JsonObject),
    headline: plain(headline),
    summary: plain(summary),
    steps: steps.map(({ text, url }) => ({ text: plain(text), ...(url !== undefined && { url }) })),
  };
  const { json, cut } = limited(whole, limits);
  return { schema: 'cognito-lifeguard/notice/1', truncated: cut, ...(isJsonObject(json) ? json : {}) };
};

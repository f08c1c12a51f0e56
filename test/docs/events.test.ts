import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { busEvent } from '../../src/notify/bus-event.ts';
import { compilePattern } from '../../src/sandbox/event-pattern.ts';
import { type Json, type JsonObject, objectAt } from '../../src/sandbox/json.ts';
import { toldNotices } from '../notify/told-notices.ts';

const page = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8');

/** The events of all told notices, as EventBridge hands them on. */
const events: { readonly [name: string]: JsonObject } = Object.fromEntries(
  Object.entries(toldNotices).map(([name, notice]) => {
    const { Source, DetailType, Time, Resources, Detail } = busEvent(notice);
    const envelope = { source: Source, 'detail-type': DetailType, time: Time?.toISOString() ?? '' };
    return [name, { ...envelope, resources: Resources, detail: JSON.parse(Detail) }];
  }),
);

const patterns = new Map(
  [...page.matchAll(/^### (.+)\n\n```json\n([\s\S]+?)\n```$/gm)].map(([, title = '', json = '']) => [
    title,
    JSON.parse(json) as JsonObject,
  ]),
);

const matchedBy = (pattern: JsonObject): readonly string[] => {
  const matches = compilePattern(pattern);
  return Object.keys(events).filter((name) => matches(events[name] ?? {}));
};

/** By the section's title: events that the rule takes, and others like them that it doesn't. */
const examples: {
  readonly [title: string]: { readonly takes: readonly string[]; readonly leaves: readonly string[] };
} = {
  'Page somebody for what is urgent': {
    takes: ['failed', 'partly', 'refused-tier', 'war-with-a-person', 'announced-memory-lost'],
    leaves: ['remediated-one', 'reported-notify-rule', 'gone', 'announced-digest'],
  },
  'Open a ticket for what a person has to put right': {
    takes: ['refused-tier', 'partly', 'failed', 'reported-resting', 'newly-refused'],
    leaves: ['remediated-one', 'remediated-beside-debt', 'reported-notify-rule', 'reported-told', 'paused'],
  },
  'Follow one rule': {
    takes: ['refused-tier', 'remediated-beside-refused', 'remediated-beside-debt'],
    leaves: ['remediated-one', 'gone', 'announced-pause-begun'],
  },
  'Follow one pool': {
    takes: ['announced-digest'],
    leaves: ['remediated-one', 'announced-pause-begun', 'announced-memory-lost'],
  },
  'Know of pools where nobody looks': {
    takes: ['announced-regions-unwatched', 'announced-regions-unlisted'],
    leaves: ['announced-digest', 'remediated-one'],
  },
  'Know what a pipeline did': {
    takes: ['remediated-cloudformation', 'war-with-a-stack'],
    leaves: ['remediated-one', 'remediated-terraform', 'announced-digest'],
  },
  'Hear of whoever loosens or pauses Lifeguard': {
    takes: [
      'announced-policies-changed',
      'announced-pause-begun-for-all',
      'announced-memory-lost',
      'announced-pauses-damaged',
      'announced-tampering-untold',
    ],
    leaves: ['announced-digest', 'announced-pause-ended', 'paused', 'memory-lost-remediated'],
  },
};

describe('a rule that docs/events.md proposes', () => {
  it('is one of these', () => {
    expect([...patterns.keys()]).toEqual(Object.keys(examples));
  });

  it.each(Object.entries(examples))('takes the right events: %s', (title, { takes, leaves }) => {
    const taken = matchedBy(patterns.get(title) ?? {});

    expect(taken).toEqual(expect.arrayContaining([...takes]));
    expect(leaves.filter((name) => taken.includes(name))).toEqual([]);
    expect(leaves.filter((name) => events[name] === undefined)).toEqual([]);
  });
});

const valueAt = (event: JsonObject, path: string): Json | undefined =>
  path
    .replace(/^\$\./, '')
    .split('.')
    .reduce<Json | undefined>(
      (parent, name) => (parent && typeof parent === 'object' ? (parent as JsonObject)[name] : undefined),
      event,
    );

describe('the recipe for PagerDuty', () => {
  const [, yaml = ''] = /^```yaml\n([\s\S]+?)^```$/m.exec(page) ?? [];
  const { Properties: rule } = parse(yaml, { logLevel: 'silent' }).Resources.PagerDutyRule;
  const { InputPathsMap: paths, InputTemplate: template } = rule.Targets[0].InputTransformer;
  const urgent = matchedBy(rule.EventPattern);

  it('takes what is urgent of a pool', () => {
    expect(urgent).toEqual(
      matchedBy(patterns.get('Page somebody for what is urgent') ?? {}).filter(
        (name) => !name.startsWith('announced-'),
      ),
    );
    expect(urgent).not.toEqual([]);
  });

  it.each(urgent)('makes a message of it whose every part is there: %s', (name) => {
    const event = events[name] ?? {};

    const filled = template.replace(/"(?:[^"\\]|\\.)*"|<(\w+)>/g, (whole: string, alone?: string) =>
      alone === undefined
        ? whole.replace(/<(\w+)>/g, (_, inner: string) => String(valueAt(event, paths[inner])))
        : JSON.stringify(valueAt(event, paths[alone])),
    );

    const message = JSON.parse(filled);
    const arn = objectAt(objectAt(event, 'detail'), 'pool').arn;
    expect(message).toEqual({
      event_action: 'trigger',
      dedup_key: arn,
      payload: {
        summary: expect.stringMatching(/^Lifeguard: \w+, \w+, on arn:.{1,200}$/),
        source: arn,
        severity: 'critical',
        timestamp: expect.stringMatching(/^2026-/),
        custom_details: {
          headline: expect.stringMatching(/\S/),
          summary: expect.stringMatching(/\S/),
          notice: expect.stringMatching(/\S/),
        },
      },
    });
  });
});

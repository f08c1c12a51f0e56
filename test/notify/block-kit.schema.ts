import { z } from 'zod';

/** Not blank, and without control characters but line ends. */
const textWithin = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/\S/)
    .regex(/^(?:\n|\P{Cc})*$/u);

const plainText = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: textWithin(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: textWithin(most), verbatim: z.literal(true) });

const text = (most: number) => z.union([plainText(most), mrkdwn(most)]);

const blockId = { block_id: z.string().min(1).max(255).optional() };

const sectionBlock = z
  .strictObject({
    type: z.literal('section'),
    ...blockId,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'no text and no fields');

const block = z.union([
  z.strictObject({ type: z.literal('header'), ...blockId, text: plainText(150) }),
  sectionBlock,
  z.strictObject({ type: z.literal('context'), ...blockId, elements: z.array(text(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
]);

/** All text of some blocks, however deep it stands. */
const textsOf = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsOf(value),
  );
};

/**
 * A message for an incoming webhook, as Slack's Block Kit reference limits its parts, made of the blocks that notices
 * use. That mrkdwn is verbatim, that no names are linked and that nothing is unfurled are our own rules; so are 10,500
 * characters in all: Slack documents no total and refuses about 12,000 (slackapi/bolt-js, issues 2509 and 2867).
 */
export const incomingWebhookMessage = z.strictObject({
  text: textWithin(3000),
  blocks: z
    .array(block)
    .min(1)
    .max(50)
    .refine((blocks) => textsOf(blocks).join('').length <= 10_500, 'too much text in all'),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});

import { z } from 'zod';

const withoutControls = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);

/**
 * Custom notifications as Amazon Q Developer in chat applications documents them: names, which are required,
 * fixed values and kinds. Lengths are not documented; ours stay within Slack's for headers and sections.
 */
export const amazonQNotification = z.strictObject({
  version: z.literal('1.0'),
  source: z.literal('custom'),
  id: z.string().min(1).max(100).optional(),
  content: z.strictObject({
    textType: z.literal('client-markdown').optional(),
    title: withoutControls(150).min(1).optional(),
    description: z
      .string()
      .min(1)
      .max(2500)
      .regex(/^[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u),
    nextSteps: z.array(withoutControls(850).min(1)).max(5).optional(),
    keywords: z.array(withoutControls(60).min(1)).max(8).optional(),
  }),
  metadata: z
    .strictObject({
      threadId: z.string().min(1).max(64).optional(),
      summary: withoutControls(150).optional(),
      eventType: z.string().min(1).optional(),
      relatedResources: z.array(z.string().regex(/^arn:[\w:/-]+$/)).optional(),
      additionalContext: z.record(z.string(), z.string()).optional(),
      enableCustomActions: z.boolean().optional(),
    })
    .optional(),
});

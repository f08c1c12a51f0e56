import { z } from 'zod';

/** What `lifeguard rehearse --measure --output FILE` writes. */
export const omissionSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/omission/1'),
  at: z.iso.datetime(),
  region: z.string(),
  tier: z.enum(['LITE', 'ESSENTIALS', 'PLUS']),
  members: z.array(
    z.strictObject({
      member: z.string(),
      seen: z.enum(['kept', 'reset', 'refused']),
      before: z.json(),
      after: z.json().exactOptional(),
      refused: z.string().exactOptional(),
      catalogue: z.enum(['kept', 'sent']),
      isSafe: z.boolean(),
    }),
  ),
});

/** Its JSON schema, draft 2020-12. */
export const omissionJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/omission/1',
  title: 'Omission',
  description: 'What UpdateUserPool did with each member that it was not told.',
  ...z.toJSONSchema(omissionSchema),
});

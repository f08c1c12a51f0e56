import { z } from 'zod';

/** What `lifeguard doctor --format json` prints. */
export const doctorSchema = z.strictObject({
  schema: z.literal('cognito-lifeguard/doctor/1'),
  account: z.string(),
  region: z.string(),
  stage: z.string(),
  checks: z.array(
    z.discriminatedUnion('state', [
      z.strictObject({ name: z.string(), state: z.literal('ok'), says: z.string() }),
      z.strictObject({
        name: z.string(),
        state: z.enum(['wrong', 'unknown']),
        says: z.string(),
        todo: z.string(),
      }),
    ]),
  ),
});

/** Its JSON schema, draft 2020-12. */
export const doctorJsonSchema = (): object => ({
  $id: 'cognito-lifeguard/doctor/1',
  title: 'Doctor',
  description: 'How the parts of a deployment stand.',
  ...z.toJSONSchema(doctorSchema),
});

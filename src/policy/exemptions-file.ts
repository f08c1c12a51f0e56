import { z } from 'zod';
import { listOf, name, operandMembers, poolArn, text } from './policy-file.ts';

const day = z.iso.date({ error: 'must be a day such as 2027-01-31' });

/** The form of exemptions.yaml. */
export const exemptionsSchema = z.strictObject({
  exemptions: z.array(
    z.strictObject({
      pools: listOf(poolArn),
      rules: listOf(name),
      floor: z.strictObject(operandMembers).optional(),
      reason: text(500),
      approver: text(254),
      ticket: text(200),
      granted: day,
      expires: day,
    }),
  ),
});

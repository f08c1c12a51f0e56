import { z } from 'zod';
import { type SettingPath, settings } from '../pool/settings.ts';

/** ISO 8601 UTC. */
export const timeSchema = z.iso.datetime();

/** The published form of a SettingPath. */
export const settingPathSchema = z.enum(settings.map(({ path }) => path) as [SettingPath, ...SettingPath[]]);

/** The published form of a SettingValue. */
export const settingValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
  z.null(),
]);

/** The published form of an Actor. */
export const actorSchema = z.strictObject({
  type: z.string(),
  arn: z.string().exactOptional(),
  accountId: z.string().exactOptional(),
  sessionName: z.string().exactOptional(),
  sessionIssuer: z.string().exactOptional(),
  invokedBy: z.string().exactOptional(),
  sourceIpAddress: z.string().exactOptional(),
  userAgent: z.string().exactOptional(),
});

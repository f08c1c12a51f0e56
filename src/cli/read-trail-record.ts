/**
 * A record as LookupEvents gives it, in `CloudTrailEvent`.
 * @returns an empty record for what is none
 */
export const readTrailRecord = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
};

/** What `notice --as` takes, the default first; report/audiences.ts has the row of each. */
export const audienceNames = ['email', 'slack', 'webhook', 'event', 'asff'] as const;

export type AudienceName = (typeof audienceNames)[number];

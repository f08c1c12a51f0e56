/** What `notice --as` takes, the default first; report/audiences.ts has the row of each. */
export const audienceNames = ['email', 'slack'] as const;

export type AudienceName = (typeof audienceNames)[number];

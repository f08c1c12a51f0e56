/** RegionOptStatus, AWS Account Management API reference. */
export const OPT_STATUSES = ['ENABLED', 'ENABLING', 'DISABLING', 'DISABLED', 'ENABLED_BY_DEFAULT'] as const;

/** A Region as an account has it. */
export interface AccountRegion {
  readonly name: string;
  readonly status: (typeof OPT_STATUSES)[number];
}

/** An account that has opted in to one Region of two: a few of those that AWS has. */
export const FEW_REGIONS: readonly AccountRegion[] = [
  { name: 'af-south-1', status: 'DISABLED' },
  { name: 'eu-south-1', status: 'ENABLED' },
  { name: 'eu-west-1', status: 'ENABLED_BY_DEFAULT' },
  { name: 'us-east-1', status: 'ENABLED_BY_DEFAULT' },
];

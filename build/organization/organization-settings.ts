import { sub } from '../cloudformation.ts';
import type { DeploymentNames } from '../resources-by-parameter.ts';
import { centreBusArn, homeStackSetName, membersTopic } from './organization-names.ts';
import type { OrganizationRole } from './organization-parameters.ts';

/** Settings of functions, by name. */
type Settings = Readonly<Record<string, unknown>>;

/** As many sweeps as alarms let go missing, and no fewer hours. */
const silentMinutes = (sweepMinutes: number): number => 3 * Math.max(60, sweepMinutes);

/** What the functions that tell and sweep are told of the organization. */
export const organizationSettings = (
  role: OrganizationRole,
  names: DeploymentNames,
  {
    mode,
    version,
    sweepMinutes,
  }: { readonly mode: string; readonly version: string; readonly sweepMinutes: number },
): { readonly onNotice: Settings; readonly onSweep: Settings } => {
  const heart = { LIFEGUARD_VERSION: version, LIFEGUARD_MODE: mode };
  return role.kind === 'member'
    ? { onNotice: { LIFEGUARD_CENTRE_BUS_ARN: sub(centreBusArn(role.centre, names)) }, onSweep: heart }
    : {
        onNotice: { LIFEGUARD_IS_CENTRE: 'true', LIFEGUARD_MEMBERS_TOPIC_ARN: { Ref: membersTopic } },
        onSweep: {
          ...heart,
          LIFEGUARD_STACK_SET: homeStackSetName(names),
          LIFEGUARD_CALL_AS: role.callAs,
          LIFEGUARD_SILENT_MINUTES: String(silentMinutes(sweepMinutes)),
        },
      };
};

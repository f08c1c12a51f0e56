import { type AccountWorld, runAccount } from './account/account.ts';
import type { Answer } from './answer.ts';
import type { Call, RecordedCall, ServiceName } from './call.ts';
import { trailRecord } from './cloud-trail.ts';
import { type CloudTrailWorld, runCloudTrail } from './cloudtrail/cloudtrail.ts';
import { logsWrites } from './cloudtrail/logs-writes.ts';
import { isCognitoOperation, isWrite, runCognito } from './cognito/cognito.ts';
import type { CognitoWorld } from './cognito/operation.ts';
import type { Quotas } from './cognito/quotas.ts';
import type { EventBus } from './event-bus.ts';
import { type EventsWorld, runEvents } from './events/events.ts';
import { type Faults, poolIdOf } from './faults.ts';
import { runIam } from './iam/iam.ts';
import type { Roles } from './iam/roles.ts';
import { broken, conflict, denied, throttled } from './injected-refusal.ts';
import type { JsonObject } from './json.ts';
import { keepNewest } from './keep-newest.ts';
import { runSecurityHub, type SecurityHubWorld } from './security-hub/security-hub.ts';
import { runSns, type SnsWorld } from './sns/sns.ts';
import { runSqs, type SqsWorld } from './sqs/sqs.ts';
import { runSsm, type SsmWorld } from './ssm/ssm.ts';
import { runSts } from './sts.ts';

/** Everything that a call can meet. */
export interface World {
  readonly accountId: string;
  readonly account: AccountWorld;
  readonly cloudTrail: CloudTrailWorld;
  readonly cognito: CognitoWorld;
  /** Absent where nobody counts. */
  readonly quotas: Quotas | undefined;
  readonly events: EventsWorld;
  readonly roles: Roles;
  readonly securityHub: SecurityHubWorld;
  readonly sns: SnsWorld;
  readonly sqs: SqsWorld;
  readonly ssm: SsmWorld;
  readonly bus: EventBus;
  readonly faults: Faults;
  readonly calls: RecordedCall[];
  readonly trail: JsonObject[];
  /** How many of either are kept at least. */
  readonly keep: number;
  /** Called with each CloudTrail record before its event goes anywhere. */
  readonly onRecord: (record: JsonObject, at: Date) => void;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Pools with a write under way: a second one is a conflict. */
  readonly busyPools: Set<string>;
}

/** What a caller is told; `lost` means that the call had its effect and gets no answer. */
export type Told = Answer | { readonly kind: 'lost' };

interface Ran {
  readonly answer: Answer;
  readonly input: JsonObject;
  readonly ignored: readonly string[];
}

/** Takes one call through faults, its service and CloudTrail, and keeps it for whoever counts calls. */
export async function takeCall(world: World, call: Call): Promise<Told> {
  const poolId = poolIdOf(call);
  const ran = await runWithFaults(world, call, poolId);
  if (call.service === 'cognito-idp' && isCognitoOperation(call.operation) && isWrite(call.operation)) {
    record(world, call, ran, poolId);
  }
  const lost = ran.answer.kind === 'answered' && world.faults.strike('lost-response', call, poolId);
  const told: Told = lost ? { kind: 'lost' } : ran.answer;
  keepNewest(world.calls, { ...call, ignoredMembers: ran.ignored, answer: told }, world.keep);
  return told;
}

async function runWithFaults(world: World, call: Call, poolId: string | undefined): Promise<Ran> {
  const { faults } = world;
  const refusedWith = (answer: Answer): Ran => ({ answer, input: call.input, ignored: [] });
  if (faults.strike('access-denied', call, poolId)) return refusedWith(denied(call, world.accountId));
  if (faults.strike('throttle', call, poolId)) return refusedWith(throttled(call));
  const isCognito = call.service === 'cognito-idp';
  if (isCognito && world.quotas && !world.quotas.takes(call)) return refusedWith(throttled(call));
  const writes = isCognito && isWrite(call.operation);
  if (faults.strike('conflict', call, poolId) || (writes && world.busyPools.has(poolId ?? '')))
    return refusedWith(conflict());
  const failure = faults.strike('internal-error', call, poolId);
  if (failure?.when === 'before') return refusedWith(broken(call));
  const delay = faults.strike('delay', call, poolId);
  if (delay) await waited(world, delay.milliseconds, writes ? poolId : undefined);
  const ran = run(world, call);
  return failure ? { ...ran, answer: broken(call) } : ran;
}

async function waited(world: World, milliseconds: number, poolId: string | undefined): Promise<void> {
  if (poolId !== undefined) world.busyPools.add(poolId);
  await world.wait(milliseconds);
  if (poolId !== undefined) world.busyPools.delete(poolId);
}

function run(world: World, call: Call): Ran {
  if (call.service === 'cognito-idp') return runCognito(world.cognito, call);
  return { answer: answerOf(world, call, call.service), input: call.input, ignored: [] };
}

function answerOf(world: World, call: Call, service: Exclude<ServiceName, 'cognito-idp'>): Answer {
  switch (service) {
    case 'account':
      return runAccount(world.account, call);
    case 'cloudtrail':
      return runCloudTrail(world.cloudTrail, call);
    case 'events':
      return runEvents(world.events, call);
    case 'iam':
      return runIam(world.roles, call);
    case 'securityhub':
      return runSecurityHub(world.securityHub, call);
    case 'sns':
      return runSns(world.sns, call);
    case 'sqs':
      return runSqs(world.sqs, call);
    case 'ssm':
      return runSsm(world.ssm, call);
    case 'sts':
      return runSts(world.accountId, call);
  }
}

function record(world: World, call: Call, { answer, input }: Ran, poolId: string | undefined): void {
  const made = trailRecord(call, answer, input, { eventId: world.newId(), accountId: world.accountId });
  keepNewest(world.trail, made, world.keep);
  world.onRecord(made, call.at);
  if (!logsWrites(world.cloudTrail.trails, call.region, 'cognito-idp.amazonaws.com')) return;
  if (world.faults.strike('drop-event', call, poolId)) return;
  const duplicated = world.faults.strike('duplicate-event', call, poolId);
  world.bus.deliver(made, call.at, duplicated ? (duplicated.copies ?? 2) : 1);
}

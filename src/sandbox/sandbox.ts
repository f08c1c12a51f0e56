import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { FEW_REGIONS } from './account/regions.ts';
import { answerRequest } from './answer-request.ts';
import type { RecordedCall } from './call.ts';
import { createTrails, type Trails } from './cloudtrail/trails.ts';
import { createFutureMembers } from './cognito/future-members.ts';
import { createQuotas } from './cognito/quotas.ts';
import { createUserPools, type UserPools } from './cognito/user-pools.ts';
import { type BusPlace, createEventBus, type EventBus } from './event-bus.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Invocation, type Mapping, mapQueueToFunction, type QueueFunction } from './function-mapping.ts';
import { serveOnLoopback } from './http-server.ts';
import { createRoles, type Roles } from './iam/roles.ts';
import { createIdentities, type UserIdentity } from './identity.ts';
import { createInFlight } from './in-flight.ts';
import type { JsonObject } from './json.ts';
import { keepNewest } from './keep-newest.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { createFindings } from './security-hub/findings.ts';
import { publishText } from './sns/publish.ts';
import { createTopics, type Delivery } from './sns/topics.ts';
import { createQueues, type Queues } from './sqs/queues.ts';
import { createParameters, type Parameters } from './ssm/parameters.ts';
import type { World } from './take-call.ts';

/** Which queue a rule feeds. */
interface RuleTarget {
  /** What DescribeRule knows it by; a number if not said. */
  readonly name?: string;
  /** Absent for a schedule, by which nothing runs here. */
  readonly pattern?: JsonObject;
  readonly schedule?: string;
  readonly queueName: string;
  readonly region?: string;
  /** The bus that it takes events from; the default one if not said. */
  readonly bus?: string;
}

/** Which bus a rule forwards to, from a bus of its own Region. */
interface Forwarding {
  readonly name: string;
  readonly pattern: JsonObject;
  readonly region: string;
  /** The default one if not said. */
  readonly bus?: string;
  readonly to: BusPlace & { readonly roleArn: string };
}

/** Which topic a rule publishes on. */
interface Publishing {
  readonly name: string;
  readonly pattern: JsonObject;
  readonly region: string;
  /** The default one if not said. */
  readonly bus?: string;
  readonly topicArn: string;
}

/** Which function a queue feeds. */
interface QueueMapping {
  readonly queueName: string;
  readonly handler: QueueFunction;
  readonly region?: string;
  /** The queue's name if not said. */
  readonly functionName?: string;
  readonly batchSize?: number;
  readonly maximumConcurrency?: number;
}

/** What just happened in a sandbox. */
export type Happening =
  | { readonly kind: 'record'; readonly record: JsonObject; readonly at: Date }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

/** AWS as far as Lifeguard needs it, on 127.0.0.1. */
export interface Sandbox {
  /** What `--endpoint-url` and `AWS_ENDPOINT_URL` take. */
  readonly url: string;
  readonly accountId: string;
  readonly pools: UserPools;
  readonly queues: Queues;
  readonly faults: Faults;
  /** Every signed call, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** Every CloudTrail record, oldest first, delivered to EventBridge or not. */
  readonly trail: readonly JsonObject[];
  /** Every mail and every other message that SNS handed to a subscriber. */
  readonly deliveries: readonly Delivery[];
  readonly invocations: readonly Invocation[];
  /** Every event that somebody put on the default bus, oldest first, whether a rule matches it or not. */
  readonly busEvents: readonly JsonObject[];
  /** What Security Hub holds now. */
  readonly findings: readonly JsonObject[];
  /** CloudTrail's trails; where none records writes, EventBridge gets no events of calls. */
  readonly trails: Trails;
  /** IAM's roles, for SimulatePrincipalPolicy. */
  readonly roles: Roles;
  /** The buses with their rules. */
  readonly bus: Pick<EventBus, 'changeRule' | 'removeRule' | 'rules'>;
  /** SSM's Parameter Store. */
  readonly parameters: Parameters;
  /** Calls back with every CloudTrail record and delivery from now on, while the pools are as that call left them. */
  watch(onlooker: (happening: Happening) => void): void;
  /** Says what CloudTrail records for calls signed with this access key id. */
  identity(accessKeyId: string, userIdentity: UserIdentity): void;
  /** Confirms the pending subscriptions of an endpoint. */
  confirmSubscription(endpoint: string): void;
  /** An EventBridge rule with an SQS queue as its target. Throws InvalidEventPatternError. */
  targetRule(target: RuleTarget): void;
  /** An EventBridge rule with a bus as its target. Throws InvalidEventPatternError. */
  forwardRule(forwarding: Forwarding): void;
  /** An EventBridge rule with an SNS topic as its target: subscribers get the event as it is. Throws InvalidEventPatternError. */
  publishRule(publishing: Publishing): void;
  /** A Lambda event source mapping. */
  mapQueueToFunction(mapping: QueueMapping): void;
  /** Looks again for messages whose delay is over by the clock that was passed in. */
  deliverDue(): void;
  /** Resolves when no event, message or invocation is in flight; hidden and delayed messages aren't. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a sandbox. Rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    semantics = 'documented',
    accountId = '111122223333',
    homeRegion = 'us-east-1',
  } = options;
  const { now = wallClock, newId = randomUUID, wait = pauseUnref, keep = Number.POSITIVE_INFINITY } = options;
  const pools = createUserPools();
  const futureMembers = createFutureMembers();
  const faults = createFaults(pools, futureMembers);
  const queues = createQueues({ accountId, homeRegion, now, newId });
  const topics = createTopics();
  const bus = createEventBus(accountId, queues, newId, (topic, event) =>
    publishText(world.sns, topic, event, now()),
  );
  const findings = createFindings();
  const parameters = createParameters(homeRegion, now);
  const trails = createTrails();
  const roles = createRoles();
  const trail: JsonObject[] = [];
  const busEvents: JsonObject[] = [];
  const identities = createIdentities(accountId);
  const inFlight = createInFlight();
  const deliveries: Delivery[] = [];
  const invocations: Invocation[] = [];
  const mappings: Mapping[] = [];
  const onlookers: ((happening: Happening) => void)[] = [];
  const happened = (happening: Happening): void => {
    for (const onlooker of onlookers) onlooker(happening);
  };
  const world: World = {
    accountId,
    account: { regions: options.regions ?? FEW_REGIONS },
    cloudTrail: {
      accountId,
      trails,
      trail,
      lookups: new Map(),
      historyDelay: () => options.historyDelay ?? 0,
    },
    cognito: { accountId, pools, futureMembers, semantics, newId },
    quotas: options.quotas ? createQuotas() : undefined,
    events: {
      accountId,
      newId,
      rules: () => bus.rules,
      put: (event, place) => {
        if (place.bus === 'default') keepNewest(busEvents, event, keep);
        bus.put(event, place);
      },
    },
    roles,
    securityHub: {
      accountId,
      findings,
      isOn: (region) => options.securityHubRegions?.includes(region) ?? true,
    },
    sns: {
      topics,
      accountId,
      confirmSubscriptions: options.confirmSubscriptions ?? 'at-once',
      newId,
      deliver: (delivery) => {
        keepNewest(deliveries, delivery, keep);
        const queue = delivery.protocol === 'sqs' ? queues.byArn(delivery.endpoint) : undefined;
        if (queue) queues.send(queue, delivery.body, { senderId: 'sns.amazonaws.com' });
        happened({ kind: 'delivery', delivery });
      },
    },
    sqs: { queues, accountId, url: () => server.url, now },
    ssm: { parameters, accountId },
    bus,
    faults,
    calls: [],
    trail,
    keep,
    onRecord: (record, at) => happened({ kind: 'record', record, at }),
    newId,
    wait,
    busyPools: new Set(),
  };
  const server = await serveOnLoopback(port, (request) => answerRequest(world, identities, now, request));
  return {
    url: server.url,
    accountId,
    pools,
    queues,
    faults,
    calls: world.calls,
    trail: world.trail,
    deliveries,
    invocations,
    busEvents,
    get findings() {
      return findings.all();
    },
    parameters,
    watch: (onlooker) => {
      onlookers.push(onlooker);
    },
    trails,
    roles,
    bus,
    identity: identities.register,
    confirmSubscription: topics.confirm,
    targetRule: ({ name = `rule-${bus.rules.length + 1}`, queueName, region, ...rest }) => {
      const queue = queues.wired(queueName, region);
      const place = { region: queue.region, bus: 'default' };
      bus.addRule({ name, ...place, queues: [queue], buses: [], isEnabled: true, ...rest });
    },
    forwardRule: ({ to, ...rest }) =>
      bus.addRule({ bus: 'default', queues: [], buses: [to], isEnabled: true, ...rest }),
    publishRule: ({ topicArn, ...rest }) =>
      bus.addRule({ bus: 'default', queues: [], topics: [topicArn], buses: [], isEnabled: true, ...rest }),
    mapQueueToFunction: ({
      queueName,
      region,
      handler,
      functionName = queueName,
      batchSize = 10,
      maximumConcurrency = 1,
    }) => {
      const queue = queues.wired(queueName, region);
      const onInvocation = (invocation: Invocation) => keepNewest(invocations, invocation, keep);
      mappings.push(
        mapQueueToFunction(
          { queues, inFlight, accountId, newId, now, onInvocation },
          { queue, handler, functionName, batchSize, maximumConcurrency },
        ),
      );
    },
    deliverDue: () => {
      for (const mapping of mappings) mapping.poll();
    },
    settled: inFlight.settled,
    close: async () => {
      for (const mapping of mappings) mapping.stop();
      await server.close();
    },
  };
}

/** The default clock. */
function wallClock(): Date {
  return new Date(performance.timeOrigin + performance.now());
}

async function pauseUnref(milliseconds: number): Promise<void> {
  await pause(milliseconds, undefined, { ref: false });
}

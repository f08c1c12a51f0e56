import type { PoolRef } from '../pool/pool-ref.ts';

/** The command with a text in it that people may paste into a shell; empty where the text isn't of that form. */
const withText = (form: RegExp, text: unknown, command: (safe: string) => string): readonly string[] =>
  typeof text === 'string' && form.test(text) ? [command(text)] : [];

const id = /^[\w-]{1,80}$/;
const time = /^[\d:.TZ-]{1,30}$/;

const regionNames = /^[a-z\d,-]{1,900}$/;

/** Lambda's form of an ARN, without `$LATEST`, in which a shell would see a variable. */
const functionArn =
  /^arn:[a-z-]{1,20}:lambda:[a-z\d-]{1,20}:\d{12}:function:[\w-]{1,64}(:[A-Za-z\d_-]{1,128})?$/;

/** The pool's Region; where another one looks after it, commands find that one: a shell may stand in a third. */
const there = ({ region }: PoolRef): string => `--region ${region}`;

/** The commands that notices tell people to run, in one place. They are pasted into shells: nothing else is in them. */
export const commands = {
  plan: (pool: PoolRef): string => `lifeguard plan --pool ${pool.id} ${there(pool)}`,
  apply: (pool: PoolRef): string => `lifeguard apply --pool ${pool.id} ${there(pool)}`,
  pause: (pool: PoolRef): string => `lifeguard pause ${pool.id} --for 4h ${there(pool)} --reason "…"`,
  resume: (pool: PoolRef): string => `lifeguard resume ${pool.id} ${there(pool)}`,
  resumeAfterUndo: (pool: PoolRef): string => `lifeguard resume ${pool.id} --after-undo ${there(pool)}`,
  resumeAll: 'lifeguard resume --account',
  history: (pool: PoolRef): string => `lifeguard history ${pool.id} ${there(pool)}`,
  resetBreaker: (pool: PoolRef): string => `lifeguard breaker reset ${pool.id} ${there(pool)}`,
  undo: (pool: PoolRef, outcome: string): readonly string[] =>
    withText(id, outcome, (safe) => `lifeguard undo ${safe} ${there(pool)}`),
  accept: (sweep: string): readonly string[] => withText(id, sweep, (safe) => `lifeguard accept ${safe}`),
  deploy: (regions: readonly string[]): readonly string[] =>
    withText(
      regionNames,
      regions.join(),
      (safe) => `npx serverless deploy --region ${regions[0]} --param="regions=${safe}"`,
    ),
  setTrigger: (pool: PoolRef, setting: string, value: unknown): readonly string[] =>
    withText(functionArn, value, (safe) => `lifeguard set ${pool.id} ${setting}=${safe} ${there(pool)}`),
  callsSince: (pool: PoolRef, since: string): readonly string[] =>
    withText(
      time,
      since,
      (safe) =>
        `aws cloudtrail lookup-events --region ${pool.region} --start-time ${safe} --lookup-attributes AttributeKey=EventSource,AttributeValue=cognito-idp.amazonaws.com`,
    ),
};

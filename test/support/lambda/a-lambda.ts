import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What came of one invocation. */
export interface Invoked {
  readonly result: unknown;
  /** The calls to AWS in their order. */
  readonly calls: readonly { readonly host: string; readonly operation: string }[];
  /** Bytes, after a garbage collection. */
  readonly heapUsed: number;
  /** The most bytes that the process ever had. */
  readonly mostMemory: number;
}

/** A deployed function, running in a process of its own. */
export interface Lambda {
  /** @param milliseconds that went by since the event before, beside the time that it took */
  readonly invoke: (event: object, milliseconds?: number) => Promise<Invoked>;
  readonly end: () => void;
}

/**
 * Loads a function's bundle as Lambda does, with its environment, and with the calls that it makes led to loopback.
 * @param bundle the file of the bundle
 * @param environment what serverless.yml gives the function
 * @param ports by the first part of AWS's host names, such as `cognito-idp`
 */
export const aLambda = async (
  bundle: string,
  environment: Readonly<Record<string, string>>,
  ports: Readonly<Record<string, number>>,
): Promise<Lambda> => {
  const child = fork(fileURLToPath(new URL('runtime.mjs', import.meta.url)), {
    execArgv: ['--expose-gc'],
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'AKIALIFEGUARD',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_LAMBDA_FUNCTION_NAME: 'lifeguard',
      POWERTOOLS_SERVICE_NAME: 'cognito-lifeguard',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      ...environment,
      LAMBDA_BUNDLE: bundle,
      LOOPBACK_PORTS: JSON.stringify(ports),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const answer = () =>
    new Promise<Invoked>((resolve, reject) => {
      const ended = (status: number | null) => reject(new Error(`The function ended with ${status}.`));
      child.once('exit', ended).once('message', (answered: Invoked) => {
        child.off('exit', ended);
        resolve(answered);
      });
    });
  await answer();
  return {
    invoke: (event, milliseconds = 0) => {
      child.send({ event, milliseconds });
      return answer();
    },
    end: () => {
      child.kill();
    },
  };
};

import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';
import { inert } from './report/inert.ts';

type Start<Started> = (port: number) => Promise<Started>;

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/**
 * Starts something on the port that a person named.
 * @param option the option that names another one
 * @throws CliError where the port is taken or can't be used
 */
export const onPort = async <Started>(
  option: string,
  port: number,
  start: Start<Started>,
): Promise<Started> => {
  try {
    return await start(port);
  } catch (error) {
    const why = isTaken(error) ? 'is taken' : `can't be used: ${inert(String((error as Error).message))}`;
    throw new CliError(
      `Port ${port} on 127.0.0.1 ${why}. Name another with ${option}; 0 takes a free one.`,
      exitCode.usage,
    );
  }
};

/** Starts something on the port after another, or on a free one where that is taken. */
export const onNextPort = async <Started>(port: number, start: Start<Started>): Promise<Started> => {
  // There is none after the last.
  if (port >= 65_535) return start(0);
  try {
    return await start(port + 1);
  } catch (error) {
    if (!isTaken(error)) throw error;
    return start(0);
  }
};

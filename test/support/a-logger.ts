import { Logger } from '@aws-lambda-powertools/logger';
import { vi } from 'vitest';

/** A logger like that of a deployed function, and the lines that are logged from now on. */
export const aLogger = () => {
  const lines: Record<string, unknown>[] = [];
  // Makes the logger write to the console that can be watched, not to one of its own.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const keep = (line: string) => {
    lines.push(JSON.parse(line));
  };
  for (const method of ['info', 'error', 'warn', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation(keep);
  return { logger: new Logger({ serviceName: 'cognito-lifeguard', logLevel: 'INFO' }), lines };
};

import { Logger } from '@aws-lambda-powertools/logger';
import type { JsonObject } from '../../../src/pool/json.ts';
import type { Observed } from './observed.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A logger whose lines are kept in place of being written. */
class LineLogger extends Logger {
  readonly #keep: (level: string, line: string, facts: JsonObject) => void;

  constructor(keep: (level: string, line: string, facts: JsonObject) => void) {
    super({ serviceName: 'fault-run' });
    this.#keep = keep;
  }

  override info(line: unknown, ...[facts]: unknown[]): void {
    this.#keep('info', String(line), facts as JsonObject);
  }

  override error(line: unknown, ...[facts]: unknown[]): void {
    this.#keep('error', String(line), facts as JsonObject);
  }
}

/** The logger of all processes. */
export const loggerInto = ({ lines }: Pick<Observed, 'lines'>, time: VirtualTime): Logger =>
  new LineLogger((level, line, facts) => {
    lines.push({ level, line, facts, at: time.now().getTime() });
  });

import { CliError } from './cli-error.ts';
import { exitCode } from './exit-code.ts';

/** A deployment doesn't tell where something of it is, or there is no deployment. */
export class NotDeployedError extends CliError {
  /** The same without what to do about it, for whoever goes on without. */
  readonly why: string;

  constructor(message: string, why: string) {
    super(message, exitCode.aws);
    this.name = 'NotDeployedError';
    this.why = why;
  }
}

import type { JsonObject } from './json.ts';

/** The service did what it was asked. */
export interface Answered {
  readonly kind: 'answered';
  readonly body: JsonObject;
}

/** The service said no, in AWS's words. */
export interface Refused {
  readonly kind: 'refused';
  /** AWS's exception name, as an SDK names the error. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

export type Answer = Answered | Refused;

/** An accepted call with the given response body. */
export function answered(body: JsonObject = {}): Answered {
  return { kind: 'answered', body };
}

/** A refused call; AWS JSON services answer 400 to whatever the caller can mend. */
export function refused(code: string, message: string, status = 400): Refused {
  return { kind: 'refused', code, message, status };
}

/** The refusal for a request that is well formed and still not allowed. */
export function invalidParameter(message: string): Refused {
  return refused('InvalidParameterException', message);
}

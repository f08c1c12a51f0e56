import type { CallCause } from '../change/cause.ts';
import { isOwnCall } from '../change/own-call.ts';
import type { PoolHistory, WriteWindow } from './pool-history.ts';

/** Milliseconds. CloudTrail's times are whole seconds. */
const precision = 1000;

/** True where a call may have been made between the look before one of our writes and the look after it. */
export const fellInto = ({ from, to }: WriteWindow, { eventTime }: CallCause): boolean => {
  const time = Date.parse(eventTime);
  return time + precision >= Date.parse(from) && time - precision <= Date.parse(to);
};

/**
 * True where a call is the echo of a write of ours: it names the outcome, and was made while that was written. Whoever
 * only copies the name from CloudTrail comes too late.
 */
export const isOurCall = (history: PoolHistory | undefined, call: CallCause): boolean =>
  history?.writes.some((window) => isOwnCall(call, window.outcome) && fellInto(window, call)) ?? false;

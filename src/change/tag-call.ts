import type { CallCause } from './cause.ts';

const tagCalls: readonly string[] = ['TagResource', 'UntagResource'];

/** True for a call that changes a pool's tags and nothing else. */
export const isTagCall = ({ call }: CallCause): boolean => tagCalls.includes(call);

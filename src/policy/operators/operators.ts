import { absent } from './absent.ts';
import { atLeast } from './at-least.ts';
import { atMost } from './at-most.ts';
import { equals } from './equals.ts';
import { excludes } from './excludes.ts';
import { includes } from './includes.ts';
import { matches } from './matches.ts';
import { oneOf } from './one-of.ts';
import type { Operator } from './operator.ts';
import { order } from './order.ts';
import { present } from './present.ts';

const rows = [equals, oneOf, atLeast, atMost, includes, excludes, order, matches, present, absent] as const;

export type OperatorName = (typeof rows)[number]['name'];

/** All operators that a rule can use. */
export const operators: readonly (Operator & { readonly name: OperatorName })[] = rows;

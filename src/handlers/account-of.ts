import type { Context } from 'aws-lambda';

/** The account that a function runs in: the fifth part of its ARN. */
export const accountOf = ({ invokedFunctionArn }: Context): string => invokedFunctionArn.split(':')[4] ?? '';

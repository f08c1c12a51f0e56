/** The parts that a bundle's code is told apart by, each with what the paths of its files have in them. */
const parts = [
  ['the client of Cognito', '/@aws-sdk/client-cognito-identity-provider/'],
  ['the client of DynamoDB', '/@aws-sdk/client-dynamodb/'],
  ['the client of SQS', '/@aws-sdk/client-sqs/'],
  ['what these clients share', '/@aws-sdk/'],
  ['what these clients share', '/@smithy/'],
  ['what these clients share', '/@aws/'],
  ['Powertools', '/@aws-lambda-powertools/'],
] as const;

/** The part that a source file belongs to. @param path as a source map has it */
export const partOf = (path: string): string => {
  if (!path.includes('node_modules/')) return 'our own code';
  return parts.find(([, within]) => path.includes(within))?.[0] ?? 'other packages';
};

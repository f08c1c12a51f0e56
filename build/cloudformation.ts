/** CloudFormation resources by logical id. */
export type Resources = Readonly<Record<string, object>>;

/** A text with CloudFormation's own variables in it. */
export const sub = (text: string): object => ({ 'Fn::Sub': text });

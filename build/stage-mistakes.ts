/**
 * What is wrong with a stage's name. It is a part of names for which AWS has a maximum, 64 characters for a rule's or a
 * role's, and CloudFormation cuts the stack's name where there isn't room for it.
 */
export const stageMistakes = (stage: string): readonly string[] =>
  /^[A-Za-z0-9-]{1,16}$/.test(stage) ? [] : [`stage: "${stage}" is not 1 to 16 letters, digits and hyphens`];

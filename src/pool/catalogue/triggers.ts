import { arn, enumeration, row } from './row.ts';

const trigger = {
  absentInRead: 'none',
  absentAtCreation: 'none',
  feltBy: 'application code',
  sensitive: true,
  evidence: 'Service model: ArnType. Developer guide: a trigger left out of LambdaConfig is detached.',
} as const;

/** The Lambda functions that Cognito calls while it works. */
export const triggers = [
  row('LambdaConfig.PreSignUp', arn, { ...trigger, meaning: 'Called before a user is signed up.' }),
  row('LambdaConfig.CustomMessage', arn, { ...trigger, meaning: 'Called to word a message.' }),
  row('LambdaConfig.PostConfirmation', arn, { ...trigger, meaning: 'Called after a user is confirmed.' }),
  row('LambdaConfig.PreAuthentication', arn, { ...trigger, meaning: 'Called before a sign-in.' }),
  row('LambdaConfig.PostAuthentication', arn, { ...trigger, meaning: 'Called after a sign-in.' }),
  row('LambdaConfig.DefineAuthChallenge', arn, {
    ...trigger,
    meaning: 'Called to choose a custom challenge.',
  }),
  row('LambdaConfig.CreateAuthChallenge', arn, { ...trigger, meaning: 'Called to make a custom challenge.' }),
  row('LambdaConfig.VerifyAuthChallengeResponse', arn, {
    ...trigger,
    meaning: 'Called to check the answer to a custom challenge.',
  }),
  row('LambdaConfig.PreTokenGeneration', arn, {
    ...trigger,
    meaning: 'Called before tokens are issued; the same function as PreTokenGenerationConfig.LambdaArn.',
  }),
  row('LambdaConfig.UserMigration', arn, {
    ...trigger,
    meaning: 'Called to import a user at first sign-in.',
  }),
  row('LambdaConfig.PreTokenGenerationConfig.LambdaVersion', enumeration('V1_0', 'V2_0', 'V3_0'), {
    ...trigger,
    tier: { needs: 'ESSENTIALS', without: ['V1_0', null] },
    meaning: 'Which tokens the pre token generation trigger may change.',
    evidence: 'Service model. Feature plans: V2_0 and V3_0 not on LITE.',
  }),
  row('LambdaConfig.PreTokenGenerationConfig.LambdaArn', arn, {
    ...trigger,
    meaning: 'Called before tokens are issued.',
    evidence: 'API reference: must equal PreTokenGeneration where both are there.',
  }),
  row('LambdaConfig.CustomSMSSender.LambdaVersion', enumeration('V1_0'), {
    ...trigger,
    meaning: 'The version of the event that the custom SMS sender gets.',
  }),
  row('LambdaConfig.CustomSMSSender.LambdaArn', arn, {
    ...trigger,
    meaning: 'Called to send every SMS message.',
    evidence: 'Developer guide: left out, the custom sender is removed.',
  }),
  row('LambdaConfig.CustomEmailSender.LambdaVersion', enumeration('V1_0'), {
    ...trigger,
    meaning: 'The version of the event that the custom email sender gets.',
  }),
  row('LambdaConfig.CustomEmailSender.LambdaArn', arn, {
    ...trigger,
    meaning: 'Called to send every email.',
    evidence: 'Developer guide: left out, the custom sender is removed.',
  }),
  row('LambdaConfig.KMSKeyID', arn, {
    ...trigger,
    meaning: 'The key that encrypts codes for the custom senders.',
    evidence: 'Service model: ArnType. The key policy must let Cognito create a grant.',
  }),
  row('LambdaConfig.InboundFederation.LambdaVersion', enumeration('V1_0'), {
    ...trigger,
    meaning: 'The version of the event that the inbound federation trigger gets.',
  }),
  row('LambdaConfig.InboundFederation.LambdaArn', arn, {
    ...trigger,
    meaning: 'Called when a federated user arrives.',
    evidence: 'SDK 3.978 and later.',
  }),
] as const;

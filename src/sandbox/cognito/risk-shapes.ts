import { boolean, list, type Members, oneOf, required, structure } from './shape.ts';
import { ARN, CLIENT_ID, EMAIL_SUBJECT, FREE_TEXT, NOTIFY_BODY, USER_POOL_ID } from './texts.ts';

const email = structure({ Subject: required(EMAIL_SUBJECT), HtmlBody: NOTIFY_BODY, TextBody: NOTIFY_BODY });
const action = structure({
  Notify: required(boolean),
  EventAction: required(oneOf('BLOCK', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'NO_ACTION')),
});
const addressRanges = list(FREE_TEXT, { max: 200 });

export const SET_RISK: Members = {
  UserPoolId: required(USER_POOL_ID),
  ClientId: CLIENT_ID,
  CompromisedCredentialsRiskConfiguration: structure({
    EventFilter: list(oneOf('SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP')),
    Actions: required(structure({ EventAction: required(oneOf('BLOCK', 'NO_ACTION')) })),
  }),
  AccountTakeoverRiskConfiguration: structure({
    NotifyConfiguration: structure({
      From: FREE_TEXT,
      ReplyTo: FREE_TEXT,
      SourceArn: required(ARN),
      BlockEmail: email,
      NoActionEmail: email,
      MfaEmail: email,
    }),
    Actions: required(structure({ LowAction: action, MediumAction: action, HighAction: action })),
  }),
  RiskExceptionConfiguration: structure({
    BlockedIPRangeList: addressRanges,
    SkippedIPRangeList: addressRanges,
  }),
};

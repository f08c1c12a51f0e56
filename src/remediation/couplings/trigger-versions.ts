import type { SettingPath } from '../../pool/settings.ts';
import { changesSetting, type DraftRule, valueIn, withCoupling } from '../draft.ts';

const triggers = [
  'PreTokenGenerationConfig',
  'CustomSMSSender',
  'CustomEmailSender',
  'InboundFederation',
] as const;

/**
 * These triggers are a function and the version of its event, and AWS requires both. Setting a function gives it
 * V1_0, the version of the plain triggers; taking it away takes its version away. Source: service model.
 */
export const triggerVersions: DraftRule = (draft) =>
  triggers.reduce((changed, trigger) => {
    const lambdaArn: SettingPath = `LambdaConfig.${trigger}.LambdaArn`;
    const version: SettingPath = `LambdaConfig.${trigger}.LambdaVersion`;
    if (!changesSetting(changed, lambdaArn)) return changed;
    const [arn, current] = [valueIn(changed, lambdaArn), valueIn(changed, version)];
    if ((arn === null) === (current === null)) return changed;
    return withCoupling(changed, version, arn === null ? null : 'V1_0', {
      coupling: 'trigger-versions',
      reason: 'AWS requires function and version together.',
      forcedBy: lambdaArn,
    });
  }, draft);

import type { ServiceDefinition } from '../architecture/service-definition.ts';
import { assumed, type Parts } from './cost-lines.ts';

/** What a deployment has that is paid for, counted in its definition; mails as of an account that tells people. */
export const partsOf = ({ functions, resources }: ServiceDefinition): Parts => {
  const count = (type: string): number => Object.values(resources).filter(({ Type }) => Type === type).length;
  return {
    queues: Object.keys(functions).length,
    alarms: count('AWS::CloudWatch::Alarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    metrics: assumed.metrics,
    mails: assumed.mails,
  };
};

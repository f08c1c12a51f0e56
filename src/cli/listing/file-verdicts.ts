import type { Loosening } from '../../policy/loosened.ts';
import type { Mistake } from '../../policy/mistake.ts';
import type { SourcePlace } from '../../policy/policy.ts';
import type { Verdict } from './verdict.ts';

/** What `lifeguard validate` says of policy files, in the form of verdicts: a file is the subject. */
export const mistakeVerdict = (mistake: Mistake): Verdict => ({
  ...about(mistake, mistake.message),
  rule: 'policy-mistake',
  severity: 'high',
  why: 'Nothing with these policies can be deployed.',
});

/** A warning is listed, and holds nothing up. */
export const warningVerdict = (warning: Mistake): Verdict => ({
  ...about(warning, warning.message),
  rule: 'policy-warning',
  severity: 'low',
  why: 'It can be meant so; somebody should look at it.',
});

export const looseningVerdict = ({ source, kind, message }: Loosening): Verdict => ({
  ...about(source, message),
  rule: kind,
  severity: 'medium',
  why: 'The policies ask less than they did.',
});

const about = ({ file, line, column }: SourcePlace, message: string) => {
  const at = { file, line, column };
  return {
    status: 'violation',
    subject: { name: file, id: file, place: at },
    policy: 'policy files',
    at,
    setting: '',
    required: '',
    message,
  } as const;
};

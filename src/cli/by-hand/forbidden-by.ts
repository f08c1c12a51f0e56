import { holds } from '../../policy/constraints/holds.ts';
import { settingAt } from '../../pool/settings.ts';
import type { Look } from '../../remediation/look.ts';
import { shownValue } from '../report/changes-text.ts';
import { inertLine } from '../report/inert.ts';

/** What of a planned change goes against policy, and what comes of that, in sentences. */
export const forbiddenBy = ({ evaluation, plan }: Look): readonly string[] =>
  plan.changes.flatMap(({ setting, to }) =>
    evaluation.standing
      .filter(({ rule, enforced }) => rule.setting === setting && enforced)
      .filter(({ enforced }) => enforced && !holds(enforced.constraint, to, settingAt(setting)))
      .map(({ rule, at, mode, enforced }) =>
        inertLine(
          `warning: ${setting} ${shownValue(setting, to)} is against ${rule.id} (${at}), which requires ${enforced?.required}. ${
            mode === 'remediate' ? 'Lifeguard may put it right again.' : 'It is told.'
          }`,
          400,
        ),
      ),
  );

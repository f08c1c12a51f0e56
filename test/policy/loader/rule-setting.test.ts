import { describe, expect, it } from 'vitest';
import { ruleSetting } from '../../../src/policy/loader/rule-setting.ts';
import { settingAt } from '../../../src/pool/settings.ts';

describe('ruleSetting', () => {
  it('gives the row of a setting that a rule can name', () => {
    expect(ruleSetting('PoolName')).toEqual({ kind: 'setting', setting: settingAt('PoolName') });
  });

  it('says what is wrong with any other name', () => {
    expect(ruleSetting('PoolNam')).toEqual({
      kind: 'mistake',
      message: 'Cognito has no setting "PoolNam"; did you mean PoolName?',
    });
    expect(ruleSetting('Id')).toEqual({ kind: 'mistake', message: "Id isn't a setting: AWS only tells it." });
  });
});

import { describe, expect, it } from 'vitest';
import { controlName, frameworkRank } from '../../../src/cli/report-page/model/control-name.ts';

describe('the name of a control', () => {
  it.each([
    ['FSBP Cognito.3', 'AWS Foundational Security Best Practices (Security Hub)', 'Cognito.3'],
    ['CIS Controls 5.2', 'CIS Controls', '5.2'],
    ['ISO 27001 A.5.17', 'ISO/IEC 27001', 'A.5.17'],
    ['SOC 2 CC6.1', 'SOC 2', 'CC6.1'],
    ['NIST CSF PR.AA-01', 'NIST CSF', 'PR.AA-01'],
    ['SOC 20', 'Other', 'SOC 20'],
    ['our own 7', 'Other', 'our own 7'],
    ['FSBP', 'AWS Foundational Security Best Practices (Security Hub)', 'FSBP'],
  ])('%s is of its framework', (text, framework, id) => {
    expect(controlName(text)).toEqual({ framework, id });
  });

  it('stands before tools’ own checks where organizations answer to it, and others come last', () => {
    const names = ['Other', 'Prowler', 'SOC 2', 'CIS Controls'];

    expect(names.toSorted((left, right) => frameworkRank(left) - frameworkRank(right))).toEqual([
      'CIS Controls',
      'SOC 2',
      'Prowler',
      'Other',
    ]);
  });
});

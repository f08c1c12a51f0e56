/** Frameworks in the order in which an auditor looks for them: what organizations answer to, then tools' own checks. */
export const frameworks = [
  { name: 'AWS Foundational Security Best Practices (Security Hub)', prefix: 'FSBP' },
  { name: 'CIS Controls', prefix: 'CIS Controls' },
  { name: 'CIS AWS Foundations', prefix: 'CIS AWS Foundations' },
  { name: 'NIST CSF', prefix: 'NIST CSF' },
  { name: 'NIST SP 800-53', prefix: 'NIST SP 800-53' },
  { name: 'NIST SP 800-63B', prefix: 'NIST SP 800-63B' },
  { name: 'SOC 2', prefix: 'SOC 2' },
  { name: 'ISO/IEC 27001', prefix: 'ISO/IEC 27001' },
  { name: 'ISO/IEC 27001', prefix: 'ISO 27001' },
  { name: 'PCI DSS', prefix: 'PCI DSS' },
  { name: 'CSA Cloud Controls Matrix', prefix: 'CSA CCM' },
  { name: 'BSI C5', prefix: 'C5' },
  { name: 'NIS2', prefix: 'NIS2' },
  { name: 'CMMC', prefix: 'CMMC' },
  { name: 'KISA ISMS-P', prefix: 'KISA' },
  { name: 'AWS Config', prefix: 'AWS Config' },
  { name: 'Prowler', prefix: 'Prowler' },
  { name: 'cdk-nag', prefix: 'cdk-nag' },
] as const;

const others = 'Other';

/** A control as a rule names it, by its framework. */
export interface ControlName {
  readonly framework: string;
  readonly id: string;
}

/** Takes `FSBP Cognito.3` apart; what begins with no framework that we know is one of the others, whole. */
export const controlName = (text: string): ControlName => {
  const known = frameworks.find(({ prefix }) => text === prefix || text.startsWith(`${prefix} `));
  if (!known) return { framework: others, id: text };
  const id = text.slice(known.prefix.length).trim();
  return { framework: known.name, id: id === '' ? text : id };
};

/** Frameworks in their order, the others last. */
export const frameworkRank = (framework: string): number => {
  const rank = frameworks.findIndex(({ name }) => name === framework);
  return rank === -1 ? frameworks.length : rank;
};

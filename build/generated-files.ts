import { backtestJsonSchema } from '../src/cli/backtest/report.ts';
import { doctorJsonSchema } from '../src/cli/doctor/doctor-schema.ts';
import { explanationJsonSchema } from '../src/cli/explain/explanation.ts';
import { verdictsJsonSchema } from '../src/cli/listing/verdicts-schema.ts';
import { noticeJsonSchema } from '../src/cli/notice-schema.ts';
import { outcomeJsonSchema } from '../src/cli/outcome-schema.ts';
import { omissionJsonSchema } from '../src/cli/rehearsal/omission-schema.ts';
import { ownersJsonSchema } from '../src/policy/owners-schema.ts';
import { policyJsonSchema } from '../src/policy/policy-schema.ts';
import { architecturePicture } from './architecture/architecture-picture.ts';
import { cliReference } from './cli-reference.ts';
import { costReference } from './cost/cost-reference.ts';
import { couplingsReference } from './couplings-reference.ts';
import { settingsReference } from './settings-reference.ts';

/** A file that is written by `npm run generate` and kept in the repository. */
export interface GeneratedFile {
  /** From the repository's root on. */
  readonly file: string;
  readonly content: () => string | Promise<string>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** All generated files; test/build/generated-files.test.ts holds them fresh. */
export const generatedFiles: readonly GeneratedFile[] = [
  { file: 'policies/policy.schema.json', content: () => json(policyJsonSchema()) },
  { file: 'policies/owners.schema.json', content: () => json(ownersJsonSchema()) },
  { file: 'docs/outcome.schema.json', content: () => json(outcomeJsonSchema()) },
  { file: 'docs/notice.schema.json', content: () => json(noticeJsonSchema()) },
  { file: 'docs/verdicts.schema.json', content: () => json(verdictsJsonSchema()) },
  { file: 'docs/doctor.schema.json', content: () => json(doctorJsonSchema()) },
  { file: 'docs/omission.schema.json', content: () => json(omissionJsonSchema()) },
  { file: 'docs/backtest.schema.json', content: () => json(backtestJsonSchema()) },
  { file: 'docs/explanation.schema.json', content: () => json(explanationJsonSchema()) },
  { file: 'docs/settings.md', content: settingsReference },
  { file: 'docs/couplings.md', content: couplingsReference },
  { file: 'docs/cli.md', content: cliReference },
  { file: 'docs/cost.md', content: costReference },
  { file: 'docs/architecture.svg', content: architecturePicture },
];

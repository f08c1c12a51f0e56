import { expiringExemptions } from '../../policy/expiring-exemptions.ts';
import { loadPolicies } from '../../policy/load-policies.ts';
import type { Loosening } from '../../policy/loosened.ts';
import type { Mistake } from '../../policy/mistake.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { exitCode } from '../exit-code.ts';
import { looseningVerdict, mistakeVerdict, warningVerdict } from '../listing/file-verdicts.ts';
import { formatted, type ListingFormat } from '../listing/format.ts';
import { makeListing } from '../listing/listing.ts';
import type { Verdict } from '../listing/verdict.ts';
import { writeListing } from '../listing/write-listing.ts';
import { packageVersion } from '../package-version.ts';
import { counted } from '../report/counted.ts';
import { mistakeLine } from '../report/mistake-line.ts';
import { printAs, printError } from '../terminal/print.ts';
import { loosenedSince, looseningText } from '../validate-against.ts';

export interface ValidateOptions {
  /** A git ref: also lists what was loosened since, and ends with `findings` where anything was. */
  readonly against?: string;
  /** How the list is printed; all but text is all that goes to standard output. */
  readonly format?: ListingFormat;
  readonly output?: string;
}

/**
 * Checks the policy files of a folder and lists every mistake, warning and loosening with its place. As text, mistakes
 * and warnings go to standard error as `file:line:column: message`.
 * @returns the exit status
 * @throws CliError where the ref can't be compared with, or the file can't be written
 */
export const validate = async (
  folder: string,
  { against, format = 'text', output }: ValidateOptions = {},
): Promise<number> => {
  const loaded = await loadPolicies(folder);
  if (loaded.kind === 'mistakes') {
    if (isList(format, against))
      await writeListing(listOf(loaded.mistakes.map(mistakeVerdict), format), output);
    else sayMistakes(loaded.mistakes);
    return exitCode.usage;
  }
  const today = new Date().toISOString().slice(0, 10);
  const warnings = [...loaded.warnings, ...expiringExemptions(loaded.policies, today)];
  if (!isList(format, against))
    for (const warning of warnings)
      printError(mistakeLine({ ...warning, message: `warning: ${warning.message}` }));
  const found = against === undefined ? [] : await loosenedSince(loaded.policies, folder, against);
  await writeListing(bodyOf(loaded.policies, { warnings, found, against, format }), output, {
    print: printAs(format),
  });
  return found.length === 0 ? exitCode.compliant : exitCode.findings;
};

/** The JSON of `--against` is older than listings, and keeps its form. */
const isList = (format: ListingFormat, against: string | undefined): boolean =>
  format !== 'text' && (format !== 'json' || against === undefined);

const sayMistakes = (mistakes: readonly Mistake[]): void => {
  for (const mistake of mistakes) printError(mistakeLine(mistake));
  printError(`\n${counted(mistakes.length, 'mistake')}. Nothing with these policies can be deployed.`);
};

interface Valid {
  readonly warnings: readonly Mistake[];
  readonly found: readonly Loosening[];
  readonly against: string | undefined;
  readonly format: ListingFormat;
}

const bodyOf = (
  { policies, owners, digest }: PolicySet,
  { warnings, found, against, format }: Valid,
): string => {
  if (isList(format, against)) {
    // A case that fails fails a build, and a warning is to hold nothing up.
    const listed = format === 'junit' ? [] : warnings.map(warningVerdict);
    const files = new Set(policies.map(({ source }) => source.file));
    return listOf([...found.map(looseningVerdict), ...listed], format, files);
  }
  if (format === 'json') return JSON.stringify({ against, loosened: found }, null, 2);
  const rules = policies.flatMap((policy) => policy.rules);
  return [
    `${counted(policies.length, 'policy', 'policies')}, ${counted(rules.length, 'rule')}${owners.length > 0 ? `, ${counted(owners.length, 'owner')}` : ''}: all valid. Digest ${digest.slice(0, 19)}…`,
    ...(against === undefined ? [] : looseningText(against, found)),
  ].join('\n');
};

const listOf = (
  verdicts: readonly Verdict[],
  format: ListingFormat,
  files: ReadonlySet<string> = new Set(),
): string => {
  const listing = makeListing(false, ['policy file', 'policy files']);
  const byFile = Map.groupBy(verdicts, ({ subject }) => subject.id);
  for (const file of new Set([...files, ...byFile.keys()])) listing.add(byFile.get(file) ?? []);
  return formatted(listing.finish(), format, packageVersion);
};

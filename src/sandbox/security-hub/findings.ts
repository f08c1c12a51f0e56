import { type JsonObject, objectAt, stringAt } from '../json.ts';

/** The findings that Security Hub keeps, each under its product's ARN and its own id. */
export interface Findings {
  /** Creates a finding, or updates one that is older; what isn't newer is ignored. */
  take(finding: JsonObject): void;
  all(): readonly JsonObject[];
}

/** What a provider can give a finding once: User guide, "BatchImportFindings for finding providers". */
const PEOPLES_OWN = ['Note', 'UserDefinedFields', 'VerificationState', 'Workflow'];

/** No findings yet. */
export function createFindings(): Findings {
  const findings = new Map<string, JsonObject>();
  return {
    take: (given) => {
      const key = JSON.stringify([given.ProductArn ?? '', given.Id ?? '']);
      const known = findings.get(key);
      if (!known) findings.set(key, imported(given));
      else if (updatedAt(given) > updatedAt(known)) {
        findings.set(key, imported({ ...without(given, PEOPLES_OWN), ...only(known, PEOPLES_OWN) }));
      }
    },
    all: () => [...findings.values()],
  };
}

/** Security Hub copies what the provider says of severity and types to where people look for it. */
function imported(finding: JsonObject): JsonObject {
  const { Severity = finding.Severity, Types = finding.Types } = objectAt(finding, 'FindingProviderFields');
  return {
    ...finding,
    ...(Severity === undefined ? {} : { Severity }),
    ...(Types === undefined ? {} : { Types }),
  };
}

function updatedAt(finding: JsonObject): number {
  return Date.parse(stringAt(finding, 'UpdatedAt') ?? '');
}

function without(finding: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(finding).filter(([name]) => !members.includes(name)));
}

function only(finding: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(finding).filter(([name]) => members.includes(name)));
}

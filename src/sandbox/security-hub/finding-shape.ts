import {
  boolean,
  integer,
  list,
  type Members,
  map,
  oneOf,
  required,
  type StringShape,
  structure,
  text,
} from '../cognito/shape.ts';

/** Every text of a finding has something to read in it: AwsSecurityFinding, AWS Security Hub API reference. */
const visible = (max = 32_768): StringShape => text(1, max, '(?s).*\\S.*');

/** Welcome page of the same reference, "Timestamps", as CloudFormation's DateFilter has it in a pattern. */
const timestamp: StringShape = {
  kind: 'string',
  pattern:
    '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T(([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d|23:59:60)(\\.\\d{1,9})?(Z|[+-]\\d\\d(:?\\d\\d)?)',
};

const label = oneOf('INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL');

/** Namespaces: Types taxonomy for ASFF, AWS Security Hub user guide. */
const types = list(
  text(
    1,
    256,
    '(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(/[^/]+){0,2}',
  ),
  { max: 50 },
);

const resource = structure({
  Type: required(visible(256)),
  Id: required(visible(512)),
  Partition: oneOf('aws', 'aws-cn', 'aws-us-gov'),
  Region: visible(16),
  ResourceRole: visible(),
  Tags: map(visible(128), text(0, 256)),
  Details: structure({ Other: map(visible(128), visible(1024)) }),
});

/**
 * What a finding may hold, of the members that Lifeguard has use for: lengths, words and required members as
 * documented for AwsSecurityFinding, API version 2018-10-26, and the structures within it.
 */
export const FINDING_MEMBERS: Members = {
  SchemaVersion: required(oneOf('2018-10-08')),
  Id: required(visible(512)),
  ProductArn: required(visible(2048)),
  ProductName: visible(128),
  CompanyName: visible(128),
  GeneratorId: required(visible(512)),
  AwsAccountId: required(text(12, 12, '\\d{12}')),
  CreatedAt: required(timestamp),
  UpdatedAt: required(timestamp),
  FirstObservedAt: timestamp,
  LastObservedAt: timestamp,
  Title: required(visible(256)),
  Description: required(visible(1024)),
  Severity: structure({ Label: label, Normalized: integer(0, 100), Original: visible(64) }),
  Types: types,
  FindingProviderFields: structure({
    Severity: required(structure({ Label: label, Original: visible(64) })),
    Types: required(types),
    Confidence: integer(0, 100),
    Criticality: integer(0, 100),
  }),
  Confidence: integer(0, 100),
  Criticality: integer(0, 100),
  Remediation: structure({ Recommendation: structure({ Text: visible(512), Url: visible() }) }),
  SourceUrl: visible(),
  ProductFields: map(visible(128), visible(2048)),
  UserDefinedFields: map(visible(128), visible(1024)),
  Resources: required(list(resource, { min: 1, max: 32 })),
  Compliance: structure({
    Status: oneOf('PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE'),
    RelatedRequirements: list(visible(), { max: 32 }),
    StatusReasons: list(structure({ ReasonCode: required(visible()), Description: visible() })),
  }),
  RecordState: oneOf('ACTIVE', 'ARCHIVED'),
  Workflow: structure({ Status: oneOf('NEW', 'NOTIFIED', 'RESOLVED', 'SUPPRESSED') }),
  VerificationState: oneOf('UNKNOWN', 'TRUE_POSITIVE', 'FALSE_POSITIVE', 'BENIGN_POSITIVE'),
  Note: structure({
    Text: required(visible(512)),
    UpdatedBy: required(visible(512)),
    UpdatedAt: required(timestamp),
  }),
  Sample: boolean,
};

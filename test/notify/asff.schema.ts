import { z } from 'zod';

/** Text as ASFF counts it, with something to read in it. */
const text = (most: number) => z.string().min(1).max(most).regex(/\S/);

/** "Timestamps", AWS Security Hub API reference. */
const timestamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d(:?\d\d)?)$/)
  .refine((time) => !Number.isNaN(Date.parse(time)));

const fields = (most: number) =>
  z
    .record(text(128), text(most))
    .refine((pairs) => Object.keys(pairs).length <= 50)
    // Reserved for AWS: "ProductFields", Optional top-level attributes, AWS Security Hub user guide.
    .refine((pairs) => Object.keys(pairs).every((key) => !key.startsWith('aws/')));

/**
 * A finding as AWS documents it for BatchImportFindings (AwsSecurityFinding and what it is made of, AWS Security Hub
 * API reference; ASFF, user guide), of the members that Lifeguard sends. What a provider should not send is not in it:
 * Severity and Types beside FindingProviderFields, Note, Workflow, VerificationState, UserDefinedFields.
 */
export const awsSecurityFinding = z
  .strictObject({
    SchemaVersion: z.literal('2018-10-08'),
    Id: text(512),
    ProductArn: z
      .string()
      .max(2048)
      .regex(/^arn:aws[a-z-]*:securityhub:[a-z\d-]+:(\d{12}):product\/\1\/default$/),
    ProductName: text(128),
    GeneratorId: text(512),
    AwsAccountId: z.string().regex(/^\d{12}$/),
    CreatedAt: timestamp,
    UpdatedAt: timestamp,
    Title: text(256),
    Description: text(1024),
    Remediation: z
      .strictObject({
        Recommendation: z.strictObject({ Text: text(512), Url: z.url().startsWith('https://') }),
      })
      .optional(),
    SourceUrl: z.url().startsWith('https://').optional(),
    ProductFields: fields(2048),
    Resources: z
      .array(
        z.strictObject({
          Type: z.literal('Other'),
          Id: text(512),
          Partition: z.enum(['aws', 'aws-cn', 'aws-us-gov']).optional(),
          Region: text(16).optional(),
          Details: z.strictObject({ Other: fields(1024) }).optional(),
        }),
      )
      .min(1)
      .max(32),
    FindingProviderFields: z.strictObject({
      Severity: z.strictObject({
        Label: z.enum(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
        Original: text(64).optional(),
      }),
      Types: z
        .array(
          z
            .string()
            .regex(
              /^(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(\/[^/]+){0,2}$/,
            ),
        )
        .min(1)
        .max(50),
    }),
    Compliance: z.strictObject({
      Status: z.enum(['PASSED', 'WARNING', 'FAILED', 'NOT_AVAILABLE']),
      RelatedRequirements: z.array(text(1024)).max(32).optional(),
      StatusReasons: z
        .array(z.strictObject({ ReasonCode: text(128), Description: text(2048).optional() }))
        .optional(),
    }),
    RecordState: z.enum(['ACTIVE', 'ARCHIVED']),
  })
  // "Upon creation of a finding record, the CreatedAt and UpdatedAt timestamps must be the same."
  .refine(({ CreatedAt, UpdatedAt }) => CreatedAt === UpdatedAt);

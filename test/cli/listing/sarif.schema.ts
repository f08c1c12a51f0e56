/** The constraints of SARIF 2.1.0 (OASIS standard, §3) on what Lifeguard writes, and on nothing it doesn't. */
const text = { type: 'string', minLength: 1 };
const message = { type: 'object', required: ['text'], properties: { text } };
const level = { enum: ['none', 'note', 'warning', 'error'] };

const physicalLocation = {
  type: 'object',
  required: ['artifactLocation', 'region'],
  properties: {
    artifactLocation: {
      type: 'object',
      required: ['uri'],
      // §3.4.3: a valid URI reference, so no spaces, quotes or control characters.
      properties: {
        uri: { type: 'string', pattern: "^[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+$" },
        uriBaseId: text,
      },
    },
    region: {
      type: 'object',
      required: ['startLine'],
      properties: {
        startLine: { type: 'integer', minimum: 1 },
        startColumn: { type: 'integer', minimum: 1 },
      },
      additionalProperties: false,
    },
  },
};

const rule = {
  type: 'object',
  required: ['id', 'shortDescription', 'help', 'defaultConfiguration'],
  properties: {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: { type: 'object', properties: { level } },
    // GitHub: a number in a string, over 0.0 and at most 10.0.
    properties: {
      type: 'object',
      properties: { 'security-severity': { type: 'string', pattern: '^(10|\\d)\\.\\d$' } },
    },
  },
  additionalProperties: false,
};

const result = {
  type: 'object',
  required: ['ruleId', 'message', 'locations'],
  properties: {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    kind: { enum: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
    level,
    message,
    locations: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          physicalLocation,
          logicalLocations: {
            type: 'array',
            items: {
              type: 'object',
              properties: { name: text, fullyQualifiedName: text, kind: text },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
    relatedLocations: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'integer' }, physicalLocation, message } },
    },
    partialFingerprints: { type: 'object', additionalProperties: text },
    suppressions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: text,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
  // §3.27.10: a level besides "none" goes with a failure only.
  if: { properties: { kind: { const: 'fail' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { level: { enum: ['note', 'warning', 'error'] } } },
  else: { properties: { level: { const: 'none' } } },
};

export const sarifSchema = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: text,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: text,
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: { type: 'array', items: rule, uniqueItems: true },
                },
                additionalProperties: false,
              },
            },
          },
          invocations: {
            type: 'array',
            items: {
              type: 'object',
              required: ['executionSuccessful'],
              properties: {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: {
                  type: 'array',
                  items: { type: 'object', required: ['message'], properties: { message, level } },
                },
              },
              additionalProperties: false,
            },
          },
          results: { type: 'array', items: result },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

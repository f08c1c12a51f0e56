import { describe, expect, it } from 'vitest';
import { isCognitoOperation } from '../../src/sandbox/cognito/cognito.ts';
import { type CognitoOperation, REQUEST_SHAPES } from '../../src/sandbox/cognito/request-shapes.ts';
import type { Members, Shape } from '../../src/sandbox/cognito/shape.ts';
import extract from './cognito-idp-model-extract.json' with { type: 'json' };

type Fact = Readonly<Record<string, unknown>>;

/** Members newer than the extract, with where they are known from; the SDK named is the first that has them. */
const NEWER_MEMBERS: { readonly [root: string]: string } = {
  KeyConfiguration: 'SDK 3.1058, bounds: botocore 1.43.107',
  IssuerConfiguration: 'SDK 3.1058, bounds: botocore 1.43.107',
  'SmsConfiguration.EumsSms': 'SDK 3.1090, bounds: botocore 1.43.107',
  'SmsMfaConfiguration.SmsConfiguration.EumsSms': 'SDK 3.1090, bounds: botocore 1.43.107',
  AcrConfiguration: 'SDK 3.1146, documentation only',
  DcrConfiguration: 'SDK 3.1169, documentation only',
};

/** Facts that changed after the extract. */
const NEWER_FACTS: { readonly [path: string]: string } = {
  'Policies.SignInPolicy.AllowedFirstAuthFactors': 'at most 5, since SOFTWARE_TOKEN: botocore 1.43.107',
  'Policies.SignInPolicy.AllowedFirstAuthFactors[]': 'SOFTWARE_TOKEN added: botocore 1.43.107',
  'SmsConfiguration.SnsCallerArn': 'optional since EumsSms, 0-2048: botocore 1.43.107',
  'SmsMfaConfiguration.SmsConfiguration.SnsCallerArn': 'optional since EumsSms, 0-2048: botocore 1.43.107',
  'EmailMfaConfiguration.Subject': '1-140: botocore 1.43.107',
};

function factsOf(members: Members): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const visit = (shape: Shape, path: string): void => {
    const {
      min,
      max,
      pattern,
      enum: words,
    } = { min: undefined, max: undefined, pattern: undefined, enum: undefined, ...shape };
    const required = shape.required;
    facts.set(path, clean({ type: shape.kind, min, max, pattern, enum: words, required }));
    if (shape.kind === 'structure')
      for (const [name, inner] of Object.entries(shape.members)) visit(inner, `${path}.${name}`);
    if (shape.kind === 'list') visit(shape.of, `${path}[]`);
    if (shape.kind === 'map') {
      visit(shape.key, `${path}{key}`);
      visit(shape.value, `${path}{value}`);
    }
  };
  for (const [name, shape] of Object.entries(members)) visit(shape, name);
  return facts;
}

/** `sensitive` is about logs, not about what a request may hold. */
function clean({ sensitive: _sensitive, ...fact }: Fact): Fact {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined));
}

function isNewer(path: string): boolean {
  return Object.keys(NEWER_MEMBERS).some(
    (root) => path === root || (path.startsWith(root) && '.[{'.includes(path.charAt(root.length))),
  );
}

const operations = Object.entries(extract.operations).filter(
  (entry): entry is [CognitoOperation, (typeof entry)[1]] => isCognitoOperation(entry[0]),
);

describe("the sandbox's tables against AWS's model", () => {
  it('finds every operation of the extract in the sandbox', () => {
    expect(operations.map(([name]) => name).sort()).toEqual(Object.keys(extract.operations).sort());
  });

  it.each(operations)('has the bounds, patterns, words and required members of %s', (name, { input }) => {
    // Prepare
    const ours = factsOf(REQUEST_SHAPES[name]);
    const theirs = Object.entries<Fact>(input).filter(([path]) => NEWER_FACTS[path] === undefined);

    // Act
    const differing = theirs.filter(
      ([path, fact]) => JSON.stringify(sorted(ours.get(path))) !== JSON.stringify(sorted(clean(fact))),
    );

    // Assess
    expect(differing.map(([path, fact]) => ({ path, theirs: fact, ours: ours.get(path) }))).toEqual([]);
  });

  it.each(operations)(
    'has no member of %s beyond the extract but the newer ones listed here',
    (name, { input }) => {
      // Act
      const extra = [...factsOf(REQUEST_SHAPES[name]).keys()].filter((path) => !Object.hasOwn(input, path));

      // Assess
      expect(extra.filter((path) => !isNewer(path))).toEqual([]);
    },
  );

  it('lists no newer member or fact that the tables lack', () => {
    // Prepare
    const paths = operations.flatMap(([name]) => [...factsOf(REQUEST_SHAPES[name]).keys()]);

    // Act
    const listed = [...Object.keys(NEWER_MEMBERS), ...Object.keys(NEWER_FACTS)];

    // Assess
    expect(listed.filter((path) => !paths.includes(path))).toEqual([]);
  });
});

function sorted(fact: Fact | undefined): unknown {
  return fact && Object.entries(fact).sort(([a], [b]) => a.localeCompare(b));
}

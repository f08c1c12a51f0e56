import { describe, expect, it } from 'vitest';
import { leanSchemas } from '../../../build/lean/lean-schemas.ts';

const asGenerated = `const _e = "error";
import { TypeRegistry } from "@smithy/core/schema";
const n0_registry = new TypeRegistry(n0);
export var OneException$ = [-3, n0, _OE,
    { [_e]: _c, [_hE]: 400 },
    [_m],
    [0]
];
n0_registry.registerError(OneException$, OneException);
export var OtherException$ = [-3, n0, _E, 0, [], []];
n0_registry.registerError(OtherException$, OtherException);
export const errorTypeRegistries = [n0_registry];
`;

describe('leanSchemas', () => {
  it('registers no error but those that are named', () => {
    const lean = leanSchemas(asGenerated, ['OtherException']);

    expect(lean.match(/registerError\(.*\)/g)).toEqual(['registerError(OtherException$, OtherException)']);
  });

  it('makes each list the result of a pure call, whatever keys are computed in it', () => {
    const lean = leanSchemas(asGenerated, []);

    expect(lean).toContain('export var OneException$ = /* @__PURE__ */ (() => [-3, n0, _OE,');
    expect(lean).toContain('export var OtherException$ = /* @__PURE__ */ (() => [-3, n0, _E, 0, [], []])();');
  });

  it('leaves the rest as it is', () => {
    const lean = leanSchemas(asGenerated, ['OneException', 'OtherException']);

    expect(lean.replaceAll('/* @__PURE__ */ (() => ', '').replaceAll(')();', ';')).toBe(asGenerated);
  });
});

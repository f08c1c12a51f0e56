import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../faults/world/chance.ts';
import { headed } from '../readers/policy-folder.ts';
import { policyReader } from '../readers/policy-reader.ts';
import { mutate } from './mutate.ts';
import { longestText } from './mutation.ts';

const json = '{"version":"0","detail":{"eventName":"UpdateUserPool","parameters":[1,true,null,"a"]}}';
const yaml =
  'Resources:\n  Pool:\n    Type: !Sub "AWS::Cognito::UserPool"\n    Properties: &a { Tags: *a }\n';

const made = (text: string, other: string, seed: number, count = 80): readonly string[] => {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () =>
    mutate(text, { chance, other, words: ['eventName', 'Fn::If'] }, undefined),
  );
};

describe('mutate', () => {
  it.each([
    ['JSON', json],
    ['YAML', yaml],
    ['anything', '\u{1F512} {{{ \n\t'],
    ['nothing', ''],
  ])('makes the same of the same by the same seed, and much of it: %s', (_, text) => {
    const texts = made(text, json, 1);

    expect(made(text, json, 1)).toEqual(texts);
    expect(new Set(texts).size).toBeGreaterThan(texts.length / 3);
  });

  it('makes texts that a file can hold', () => {
    const texts = [...made(json, yaml, 2), ...made(yaml, json, 3), ...made('ab'.repeat(40_000), yaml, 4)];

    expect(texts.filter((text) => text.length > longestText || !text.isWellFormed())).toEqual([]);
  });

  it('leaves JSON as JSON and YAML as YAML often enough to get behind the parser', () => {
    const isJson = (text: string): boolean => {
      try {
        return typeof JSON.parse(text) === 'object';
      } catch {
        return false;
      }
    };

    expect(made(json, json, 5).filter(isJson).length).toBeGreaterThan(20);
    expect(made(yaml, yaml, 6).filter((text) => text.includes('!Sub')).length).toBeGreaterThan(25);
  });

  it('changes one file of a folder, with what stands in another folder', () => {
    const folder = headed('policy.yaml', 'name: a') + headed('owners.yaml', 'owners: []');
    const chance = chanceOf(7);

    const texts = Array.from({ length: 100 }, () =>
      mutate(
        folder,
        { chance, other: headed('exemptions.yaml', 'exemptions: []'), words: [] },
        policyReader.parts,
      ),
    );

    expect(texts.some((text) => text.includes('# file: policy.yaml\nname: a\n'))).toBe(true);
    expect(texts.some((text) => text.includes('owners: []'))).toBe(true);
    expect(texts.some((text) => text.includes('exemptions'))).toBe(true);
  });
});

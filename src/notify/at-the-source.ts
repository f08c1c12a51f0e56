import { type SourceTool, sourceProperty } from '../pool/source-property.ts';
import type { Step } from './next-steps.ts';
import { joinWords, type Words, words } from './words.ts';

const own = (text: string): Words => [text];

const declared: { readonly [tool in SourceTool]: string } = {
  CloudFormation: 'the CloudFormation template, or the CDK code that makes it',
  Terraform: 'the Terraform configuration',
};

/** A setting with what it is to be, in words. */
export interface WantedSetting {
  readonly setting: string;
  readonly to: Words;
}

/** What to change where the pool is declared, because the next deploy sets what it declares. */
export const atTheSource = (tool: SourceTool, wanted: readonly WantedSetting[]): readonly Step[] => {
  const properties = wanted.flatMap(({ setting, to }) => {
    const name = sourceProperty(tool, setting);
    return name === undefined ? [] : [words`${own(name)} to ${to}`];
  });
  if (properties.length === 0) return [];
  const more = properties.length > 4 ? [own(`${properties.length - 4} more as listed`)] : [];
  const list = joinWords([...properties.slice(0, 4), ...more], ', ');
  return [
    { text: words`In ${own(declared[tool])}, set ${list}; else the next deploy brings back what was found.` },
  ];
};

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Variants } from './packaged.ts';
import type { Place } from './resolved.ts';
import type { Template } from './template.ts';

/** Where a stack set puts a member. */
export const inMember: Place = {
  stack: 'StackSet-cognito-lifeguard-prod-members-6a1b0c1e-0000-4111-8222-333344445555',
  region: 'eu-west-1',
};

/** A template that goes out to an organization's accounts, by the name of its file. */
export const memberArtifact = (
  { member }: Variants,
  name: 'home.json' | 'forwarder.json' = 'home.json',
): Template => {
  const artifacts = join(dirname(member.templatePath), 'artifacts');
  const files = readdirSync(artifacts, { recursive: true, encoding: 'utf8' });
  const file = files.find((each) => each.endsWith(`/${name}`)) ?? '';
  return JSON.parse(readFileSync(join(artifacts, file), 'utf8'));
};

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Resources } from '../cloudformation.ts';
import { artifactBucketTemplate } from './artifact-bucket-template.ts';
import { digestOf, memberTemplate, type Template, zipsOf } from './member-template.ts';
import { type OrganizationOptions, organizationTemplate } from './organization-template.ts';
import { centreOf } from './tell-centre.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What of a packaging goes out to an organization. */
export interface OrganizationPackage extends Omit<OrganizationOptions, 'homeKey' | 'forwarderKey'> {
  /** The packaged template. */
  readonly template: Template;
  /** Logical ids of what the account's own stack set is made of. */
  readonly ownStackSet: readonly string[];
  readonly forwarder: object;
  /** What is otherwise in a member that a stack set makes. */
  readonly replaced: Resources;
}

/**
 * Writes what puts Lifeguard into the accounts of an organization beside a packaged template: `organization.json`,
 * `artifact-bucket.json`, and in `artifacts` what goes into the bucket, under a name by its content: an upload replaces
 * nothing that stacks refer to, and the same sources give the same names.
 * @param folder where the packaging lies, its zips among it
 */
export const writeOrganization = async (
  folder: string,
  { template, ownStackSet, forwarder, replaced, ...options }: OrganizationPackage,
): Promise<void> => {
  const { service, stage } = options.names;
  const prefix = `${service}/${stage}`;
  const zips = await Promise.all(
    zipsOf(template).map(async (name) => ({ name, content: await readFile(join(folder, name)) })),
  );
  const codePrefix = `${prefix}/${digestOf(...zips.map(({ content }) => content))}`;
  const told = centreOf({ ...options, kind: 'member' }, options.names);
  const keyOf = (zip: string) => `${codePrefix}/${zip}`;
  const inStackSet = { ...template, Resources: { ...template.Resources, ...replaced } };
  const home = json(memberTemplate(inStackSet, options.names, told, ownStackSet, keyOf));
  const forward = json(forwarder);
  const homeKey = `${prefix}/${digestOf(home)}/home.json`;
  const forwarderKey = `${prefix}/${digestOf(forward)}/forwarder.json`;
  const artifacts = join(folder, 'artifacts');
  const put = async (key: string, content: string): Promise<void> => {
    await mkdir(join(artifacts, dirname(key)), { recursive: true });
    await writeFile(join(artifacts, key), content);
  };
  await put(homeKey, home);
  if (options.otherRegions.length > 0) await put(forwarderKey, forward);
  await mkdir(join(artifacts, codePrefix), { recursive: true });
  for (const { name } of zips) await copyFile(join(folder, name), join(artifacts, codePrefix, name));
  await writeFile(
    join(folder, 'organization.json'),
    json(organizationTemplate({ ...options, homeKey, forwarderKey })),
  );
  await writeFile(join(folder, 'artifact-bucket.json'), json(artifactBucketTemplate()));
};

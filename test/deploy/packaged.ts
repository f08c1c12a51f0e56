import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Template } from './template.ts';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** Where everything that these tests make goes, for whoever ends them to remove. */
export const scratch: string = mkdtempSync(join(tmpdir(), 'lifeguard-deploy-'));

/** The framework compiles its schema at its first run, for longer than the rest takes, and keeps that at home. */
const home = join(scratch, 'home');

/** A finished run of `serverless package`. */
export interface PackageRun {
  readonly exitCode: number;
  readonly output: string;
  readonly folder: string;
  /** Names of the files that the run left. */
  readonly files: readonly string[];
}

/** What a successful run made. */
export interface Packaged {
  readonly templatePath: string;
  /** The template as it was written. */
  readonly text: string;
  readonly template: Template;
  /** How many bytes each zip has, by function. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The tags that the stack is deployed with. */
  readonly stackTags: Readonly<Record<string, string>>;
  /** For each function of the service, the files in its zip: name to text. */
  readonly zips: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The service packaged several ways: what each file of facts here looks at. */
export interface Variants {
  /** Without a parameter. */
  readonly plain: Packaged;
  /** Only told, never written. */
  readonly notify: Packaged;
  /** Every optional part asked for, at the centre of an organization. */
  readonly full: Packaged;
  /** In an account of an organization, with those policy files and a second Region. */
  readonly member: Packaged;
  /** With policy files that say whose pools are whose. */
  readonly owned: Packaged;
}

/**
 * Runs `serverless package` as a person would, without credentials. Each run sees the repository through links from
 * a folder of its own: the framework works in `.serverless` of the folder where it runs, whatever `--package` says.
 */
export const runPackage = async (parameters: Readonly<Record<string, string>>): Promise<PackageRun> => {
  const service = await mkdtemp(join(scratch, 'service-'));
  const folder = join(service, 'packaged');
  await mkdir(join(root, 'dist'), { recursive: true });
  for (const name of ['build', 'dist', 'node_modules', 'package.json', 'policies', 'src', 'test'])
    await symlink(join(root, name), join(service, name));
  // The framework looks for a file, and a link isn't one.
  await copyFile(join(root, 'serverless.yml'), join(service, 'serverless.yml'));
  const typed = Object.entries(parameters).flatMap(([name, value]) => ['--param', `${name}=${value}`]);
  const bin = join(root, 'node_modules/.bin');
  const { exitCode, output } = await new Promise<{ exitCode: number; output: string }>((resolve) => {
    execFile(
      join(bin, 'serverless'),
      ['package', '--package', folder, '--region', 'eu-west-1', ...typed],
      { cwd: service, env: { PATH: `${bin}:${process.env.PATH}`, HOME: home } },
      (error, stdout, stderr) =>
        resolve({
          exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1,
          output: stdout + stderr,
        }),
    );
  });
  return { exitCode, output, folder, files: await readdir(folder).catch(() => []) };
};

/** Packages the service; a failed run is a surprise and throws what it printed. */
export const packaged = async (parameters: Readonly<Record<string, string>> = {}): Promise<Packaged> => {
  const { exitCode, output, folder, files } = await runPackage(parameters);
  if (exitCode !== 0) throw new Error(`serverless package ended with ${exitCode}:\n${output}`);
  const templatePath = join(folder, 'cloudformation-template-update-stack.json');
  const sizes: Record<string, number> = {};
  const zips = await Promise.all(
    files
      .filter((file) => file.endsWith('.zip'))
      .map(async (file) => {
        const zip = await readFile(join(folder, file));
        sizes[file.replace('.zip', '')] = zip.length;
        const entries = Object.entries(unzipSync(zip));
        const texts = entries.map(([name, bytes]) => [name, strFromU8(bytes)] as const);
        return [file.replace('.zip', ''), Object.fromEntries(texts)] as const;
      }),
  );
  const text = await readFile(templatePath, 'utf8');
  const state = JSON.parse(await readFile(join(folder, 'serverless-state.json'), 'utf8'));
  return {
    templatePath,
    text,
    template: JSON.parse(text) as Template,
    sizes,
    stackTags: state.service.provider.stackTags,
    zips: Object.fromEntries(zips),
  };
};

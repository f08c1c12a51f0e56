import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';

/**
 * Makes package.json fit to be published, and with `--undo` what it was: the Node that the repository's own scripts
 * run on is nothing for those who install the package. npm reads the manifest again after this (`prepack`).
 */
const manifest = 'package.json';
const kept = `${manifest}.kept`;

if (process.argv.includes('--undo')) {
  await rename(kept, manifest);
} else {
  await copyFile(manifest, kept);
  const { optionalDependencies, ...published } = JSON.parse(await readFile(manifest, 'utf8'));
  const others = Object.entries(optionalDependencies ?? {}).filter(([name]) => !name.startsWith('node-'));
  const content = {
    ...published,
    ...(others.length > 0 && { optionalDependencies: Object.fromEntries(others) }),
  };
  await writeFile(manifest, `${JSON.stringify(content, null, 2)}\n`);
}

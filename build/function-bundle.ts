import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PolicySet } from '../src/policy/policy.ts';
import { compiledPoliciesPlugin } from './compiled-policies-plugin.ts';
import { leanSdkPlugin } from './lean/lean-sdk-plugin.ts';
import { undocumentedSettingsPlugin } from './lean/undocumented-settings-plugin.ts';
import { memberNewsPlugin } from './member-news-plugin.ts';

/** One function's bundle: its file, and the source files that went into it, relative to the repository. */
export interface FunctionBundle {
  readonly file: string;
  readonly inputs: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles a function's entry with its dependencies and the compiled policies into `file`, its source map
 * beside it. The same sources give the same bytes. Throws esbuild's BuildFailure when an import is wrong.
 */
export const bundleFunction = async (
  entry: string,
  file: string,
  policies: PolicySet,
): Promise<FunctionBundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // ESM builds of dependencies shake; esbuild's default for Node takes their CommonJS, a bundle twice the size.
    mainFields: ['module', 'main'],
    // The CommonJS that is left calls `require`, which an ES module doesn't have.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    alias: {
      '@aws-sdk/credential-provider-node': fileURLToPath(
        new URL('credentials-from-environment.ts', import.meta.url),
      ),
    },
    plugins: [leanSdkPlugin, undocumentedSettingsPlugin, compiledPoliciesPlugin(policies), memberNewsPlugin],
    logLevel: 'silent',
  });
  await mkdir(dirname(file), { recursive: true });
  for (const output of outputFiles) await replaceFile(output.path, output.contents);
  return { file, inputs: Object.keys(metafile.inputs) };
};

// By way of a rename, so that a packaging under way at the same time never zips half a bundle.
const replaceFile = async (path: string, contents: Uint8Array): Promise<void> => {
  const unfinished = `${dirname(path)}/.${process.pid}-${basename(path)}`;
  await writeFile(unfinished, contents);
  await rename(unfinished, path);
};

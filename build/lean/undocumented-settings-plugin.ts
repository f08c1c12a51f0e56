import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A row's `meaning` and `evidence`: a string literal, on the same line or the next. */
const documentation = /\b(meaning|evidence):\s*'(?:[^'\\\n]|\\.)*'/g;

/** A file of the catalogue without what only people read. */
export const withoutDocumentation = (text: string): string =>
  text.replace(documentation, (_, member: string) => `${member}: ''`);

/** Leaves the documentation of settings out of the functions, which print none of it. */
export const undocumentedSettingsPlugin: Plugin = {
  name: 'undocumented-settings',
  setup: (build) => {
    build.onLoad({ filter: /\/src\/pool\/catalogue\/[^/]+\.ts$/ }, async ({ path }) => ({
      contents: withoutDocumentation(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../build/generated-files.ts';

describe('generated files', () => {
  it.each(generatedFiles)('$file is what npm run generate writes', async ({ file, content }) => {
    expect(await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(await content());
  });
});

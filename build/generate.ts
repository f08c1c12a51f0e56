import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.ts';

for (const { file, content } of generatedFiles) {
  await writeFile(new URL(`../${file}`, import.meta.url), await content());
  console.log(file);
}

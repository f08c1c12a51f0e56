import type { PolicyText } from '../../../src/policy/loader/compile-policies.ts';

/** A file of a folder within one text; `whole` has the line that names it, too. */
interface FileInText extends PolicyText {
  readonly whole: string;
}

/** Before each file but the first stands a comment that names it: `# file: exemptions.yaml`. */
const heading = /^# file: ([\w.-]{1,64})\n/;

/** The files of a folder that one text holds, of those with one name the last; the first is policy.yaml if nothing else. */
export const filesIn = (text: string): readonly FileInText[] => {
  const files = text.split(/^(?=# file: [\w.-]{1,64}\n)/m).map((whole): FileInText => {
    const name = heading.exec(whole)?.[1] ?? 'policy.yaml';
    return { file: `policies/${name}`, text: whole.replace(heading, ''), whole };
  });
  return [...new Map(files.map((each) => [each.file, each])).values()];
};

/** One text of several, each with its heading. */
export const joined = (wholes: readonly string[]): string =>
  wholes.map((whole, index) => (index === 0 || whole.endsWith('\n') ? whole : `${whole}\n`)).join('');

/** A file with its heading. */
export const headed = (name: string, text: string): string =>
  `# file: ${name}\n${text.replace(/\n?$/, '\n')}`;

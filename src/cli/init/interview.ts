import { emailPattern } from '../../policy/owners-file.ts';
import { isRegionName } from '../../pool/region-name.ts';
import { refuseMistakes } from '../refuse-mistakes.ts';
import { inert } from '../report/inert.ts';
import { printError } from '../terminal/print.ts';

/** The few things that a beginning hangs on. */
export interface Beginning {
  readonly mode: 'notify' | 'remediate';
  /** Who is to hear. */
  readonly emails: readonly string[];
  /** Where it is to be deployed. */
  readonly regions: readonly string[];
}

/** What was said on the command line; what isn't there is asked, or has its default. */
export interface Said {
  readonly mode?: Beginning['mode'];
  readonly emails?: string;
  readonly region: readonly string[];
}

/** Asks a person something. @returns the answer as typed */
export type AskText = (question: string) => Promise<string>;

/**
 * Finds out what a beginning hangs on: by options, and by questions for the rest where there is somebody to ask.
 * @throws CliError that lists what is wrong with the options
 */
export const interview = async (
  { mode, emails, region }: Said,
  askText: AskText | undefined,
): Promise<Beginning> => {
  refuseMistakes(
    [
      ...(emails === undefined ? [] : wrong(listed(emails), isEmail, 'is no email address')),
      ...wrong(region, isRegionName, 'is no Region such as eu-west-1'),
    ].map(inert),
  );
  const asked = async (
    question: string,
    problemOf: (answer: string) => string | undefined,
  ): Promise<string> => {
    if (!askText) return '';
    for (;;) {
      const answer = (await askText(question)).trim();
      const problem = problemOf(answer);
      if (problem === undefined) return answer;
      printError(inert(problem));
    }
  };
  return {
    mode:
      mode ??
      modeOf(
        await asked(modeQuestion, (answer) => (modeOf(answer) ? undefined : 'Type notify or remediate.')),
      ) ??
      'notify',
    emails: listed(
      emails ??
        (await asked(
          'Who is to hear of it? Email addresses, with commas: ',
          (answer) => wrong(listed(answer), isEmail, 'is no email address')[0],
        )),
    ),
    regions:
      region.length > 0
        ? [...new Set(region)]
        : listed(
            await asked(
              'In which Regions are your pools? With commas: ',
              (answer) => wrong(listed(answer), isRegionName, 'is no Region such as eu-west-1')[0],
            ),
          ),
  };
};

const modeQuestion = 'Is what differs to be told (notify), or also put right (remediate)? [notify] ';

const modeOf = (answer: string): Beginning['mode'] | undefined => {
  if (answer === '') return 'notify';
  return answer === 'notify' || answer === 'remediate' ? answer : undefined;
};

const listed = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
];

const isEmail = (text: string): boolean => emailPattern.test(text);

const wrong = (
  entries: readonly string[],
  isRight: (entry: string) => boolean,
  what: string,
): readonly string[] => entries.filter((entry) => !isRight(entry)).map((entry) => `"${entry}" ${what}.`);

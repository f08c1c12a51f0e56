import { noticeOfAnnouncement } from '../../notify/announcement-notice.ts';
import { inertJson } from '../../notify/inert-json.ts';
import type { Notice } from '../../notify/notice.ts';
import { noticeOf } from '../../notify/outcome-notice.ts';
import type { AudienceName } from '../audience-names.ts';
import { exitCode } from '../exit-code.ts';
import type { ToldNews } from '../news/news-in.ts';
import { readNewsFile } from '../news/read-news-file.ts';
import { audiences } from '../report/audiences.ts';
import { silenceText } from '../report/silence-text.ts';
import { columnsOf, printData, printError, printText } from '../terminal/print.ts';

export interface NoticeOptions {
  readonly as: AudienceName;
  readonly format: 'text' | 'json';
}

/**
 * Prints what an audience is told of the outcomes and announcements in a file; sends nothing. JSON has the form of
 * the file: a list for a list.
 * @param path `-` is standard input
 * @throws CliError where the file holds neither
 */
export const notice = async (path: string, { as, format }: NoticeOptions): Promise<number> => {
  const { news, isList } = await readNewsFile(path);
  const { json, text } = audiences[as];
  if (news.length === 0) printError('The list is empty: there is nothing to tell of.');
  if (format === 'text' && text) {
    const shown = news.map((each) =>
      toldOf(
        each,
        (told) => text(told, columnsOf(process.stdout)),
        (silence) => silence,
      ),
    );
    if (shown.length > 0) printText(shown.join('\n\n'));
    return exitCode.compliant;
  }
  const messages = news.flatMap((each) =>
    toldOf(
      each,
      (notice) => [json(notice)],
      (silence) => {
        // Standard output holds JSON and nothing else.
        printError(silence);
        return [];
      },
    ),
  );
  if (isList) printData(inertJson(messages, 2));
  else for (const message of messages) printData(inertJson(message, 2));
  return exitCode.compliant;
};

/** What is made of the notice, or of the sentence that says why there is none. */
const toldOf = <Made>(
  news: ToldNews,
  ofNotice: (notice: Notice) => Made,
  ofSilence: (sentence: string) => Made,
): Made => {
  if (news.kind === 'announcement') return ofNotice(noticeOfAnnouncement(news.announcement, {}));
  const notice = noticeOf(news.outcome, {});
  return notice ? ofNotice(notice) : ofSilence(silenceText(news.outcome));
};

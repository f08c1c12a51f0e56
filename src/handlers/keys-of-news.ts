import type { News } from '../telling/read-news.ts';
import { type LogKeys, logKeys } from './log-keys.ts';

/** The keys of a log line about a message of the queue `notices`. */
export const keysOfNews = (news: News, reason: string): LogKeys => {
  switch (news.kind) {
    case 'outcome': {
      const { id, pool, causes } = news.outcome;
      return logKeys({ pool: pool?.arn, causes, outcome: id, reason });
    }
    case 'announcement':
      return logKeys({ outcome: news.announcement.id, reason });
    case 'heartbeat':
      return logKeys({ outcome: news.heartbeat.id, reason });
    case 'member':
      return logKeys({ outcome: `news of account ${news.envelope.account}`, reason });
    case 'summary':
      return logKeys({ outcome: news.summary.window, reason });
    case 'check-listeners':
      return logKeys({ reason });
  }
};

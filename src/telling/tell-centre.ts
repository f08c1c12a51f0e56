import type { CentreNews } from '../notify/put-to-centre.ts';
import { sendOnce } from './deliver-once.ts';
import type { Told } from './tell-notice.ts';
import type { Teller } from './teller.ts';

/**
 * Hands news to the centre of the organization, where there is one, once: as it is and at once, since repeats, quiet
 * hours and ceilings are the centre's own.
 * @param told what came of telling it here: neither stops the other
 * @returns what came of both
 */
export const tellCentre = async (teller: Teller, news: CentreNews, told: Told): Promise<Told> => {
  const { centre } = teller;
  if (!centre) return told;
  const delivered = await sendOnce(teller, 'centre', `${news.id}#centre`, () => centre(news));
  if (delivered.kind !== 'failed') return told;
  const { retryable } = delivered;
  const reason = `centre: ${delivered.reason}`;
  switch (told.kind) {
    case 'done':
      return { kind: 'failed', retryable, reason };
    case 'failed':
      return { kind: 'failed', retryable: retryable || told.retryable, reason: `${told.reason}; ${reason}` };
    // What no attempt mends is said when the waiting is over, once.
    case 'later':
      return retryable ? { kind: 'failed', retryable, reason } : told;
  }
};

import type { NoticeMemory } from '../../ledger/notice-memory.ts';

/**
 * Waits until a notice has gone out on every channel, and for a minute at most.
 * @param onSent told of each channel as soon as it has it
 * @returns the channels that don't have it by then
 */
export const awaitDeliveries = async (
  { isTold }: Pick<NoticeMemory, 'isTold'>,
  id: string,
  channels: readonly string[],
  {
    wait,
    onSent,
    attempts = 60,
  }: {
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly onSent: (channel: string) => void;
    readonly attempts?: number;
  },
): Promise<readonly string[]> => {
  let missing = channels;
  for (let attempt = 0; missing.length > 0 && attempt < attempts; attempt += 1) {
    if (attempt > 0) await wait(1000);
    const left: string[] = [];
    for (const channel of missing)
      if (await isTold(`${id}#${channel}`)) onSent(channel);
      else left.push(channel);
    missing = left;
  }
  return missing;
};

import type { Place } from './resolved.ts';

/** What a stage may have at most: build/stage-mistakes.ts. */
export const longestStage = 16;

/** The same place in a Region whose name is as long as any. */
export const farAway = (place: Place): Place => ({ ...place, region: 'ap-southeast-2' });

/** How long a text of the stage prod gets in a stage with the longest name, in the partition with the longest. */
export const longestLength = (text: string): number =>
  text.replaceAll('prod', 'x'.repeat(longestStage)).replaceAll('arn:aws:', 'arn:aws-us-gov:').length;

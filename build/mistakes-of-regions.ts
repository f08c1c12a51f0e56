import { partitionOf } from '../src/pool/pool-ref.ts';
import { isRegionName } from '../src/pool/region-name.ts';

/**
 * EventBridge sends events from any Region to any other, but for those of GovCloud and China. Source: AWS Compute Blog,
 * "Expanding cross-Region event routing with Amazon EventBridge".
 */
const isForwarding = (home: string): boolean => partitionOf(home) === 'aws';

/**
 * What is wrong with the governed Regions, one sentence for each mistake.
 * @param regions as they were given; none is home alone
 * @param home the Region that is deployed to
 */
export const mistakesOfRegions = (regions: readonly string[], home: string): readonly string[] => {
  if (regions.length === 0) return [];
  const wrong = regions.filter((region) => !isRegionName(region));
  const twice = new Set(regions.filter((region, index) => regions.indexOf(region) !== index));
  const strangers = regions.filter(
    (region) => isRegionName(region) && partitionOf(region) !== partitionOf(home),
  );
  const others = regions.filter((region) => region !== home);
  return [
    ...wrong.map((region) => `"${region}" is not the name of a Region such as eu-west-1`),
    ...[...twice].map((region) => `"${region}" is named twice`),
    ...(regions.includes(home)
      ? []
      : [
          `${home}, which is deployed to, is not among them: name it too, or deploy to one of them with --region`,
        ]),
    ...strangers.map(
      (region) =>
        `"${region}" is in the partition ${partitionOf(region)} and ${home} in ${partitionOf(home)}: no account is in both`,
    ),
    ...(isForwarding(home) || others.length === 0
      ? []
      : [
          `EventBridge forwards nothing between Regions of ${partitionOf(home)}: leave regions out, and deploy to each Region`,
        ]),
  ];
};

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { leanSchemas } from './lean-schemas.ts';

/** The errors that src/ knows by their class, or from which it reads more than name and message. */
const errors = ['ConditionalCheckFailedException'];

/** What no function ever comes to, and what stands in its place. */
const standIns: readonly { readonly module: RegExp; readonly text: string }[] = [
  {
    // No call of ours streams events.
    module: /^@smithy\/core\/event-streams$/,
    text: 'export const EventStreamSerde = undefined, eventStreamSerdeProvider = undefined;',
  },
  {
    // DynamoDB's global tables of 2017 needed it; it is off unless somebody turns it on.
    module: /^@aws-sdk\/middleware-endpoint-discovery$/,
    text: `
      export const resolveEndpointDiscoveryConfig = (config) => config;
      export const getEndpointDiscoveryPlugin = () => ({ applyToStack: () => {} });
      export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
        environmentVariableSelector: () => undefined, configFileSelector: () => undefined, default: false,
      };`,
  },
];

/** Files of the SDK that are taken only where Node has no native hash, or on a machine without AWS_REGION. */
const fallbacks = /\/(Sha256Js|Md5Js|Crc32Js|getInstanceMetadataRegion)\.js$/;

/**
 * Leaves out of a function's bundle what the SDK brings for other services, other runtimes and other callers. It is
 * what a function takes to load that people wait for before a weakened pool is put right.
 */
export const leanSdkPlugin: Plugin = {
  name: 'lean-sdk',
  setup: (build) => {
    build.onLoad(
      { filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ },
      async ({ path }) => ({
        contents: leanSchemas(await readFile(path, 'utf8'), errors),
      }),
    );
    // Of its whole package.json a client tells AWS the version.
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    // What people call each Region.
    build.onLoad({ filter: /util-endpoints\/lib\/aws\/partitions\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/"description": "[^"]*"/g, ''),
    }));
    build.onLoad({ filter: fallbacks }, ({ path }) => ({
      contents: `export const ${fallbacks.exec(path)?.[1]} = undefined;`,
    }));
    // By AWS_RETRY_MODE alone; who sets that gets the standard retries.
    build.onLoad({ filter: /\/AdaptiveRetryStrategy\.js$/ }, () => ({
      contents: `export { StandardRetryStrategy as AdaptiveRetryStrategy } from './StandardRetryStrategy';`,
    }));
    for (const { module, text } of standIns) {
      build.onResolve({ filter: module }, ({ path }) => ({
        path,
        namespace: 'stand-in',
        sideEffects: false,
      }));
      build.onLoad({ filter: module, namespace: 'stand-in' }, () => ({ contents: text }));
    }
  },
};

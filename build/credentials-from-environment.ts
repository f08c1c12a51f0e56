import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's whole credential chain in the functions' bundles: Lambda hands credentials over
 * in the environment, and the chain's other links are a third of the time it takes to load a function.
 */
export const defaultProvider = fromEnv;

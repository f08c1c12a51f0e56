import manifest from '../../package.json' with { type: 'json' };

/** The version of this installation, which the build writes into the command. */
export const packageVersion: string = manifest.version;

/** A parameter as Parameter Store keeps it. */
interface Parameter {
  readonly name: string;
  readonly type: 'String' | 'SecureString';
  readonly value: string;
  readonly version: number;
  readonly modifiedAt: Date;
}

/** The parameters of the account, by Region and name. */
export interface Parameters {
  /** Stores a parameter, in the home Region if not said; one that is there gets another version. */
  put(name: string, type: Parameter['type'], value: string, region?: string): void;
  get(region: string, name: string): Parameter | undefined;
}

/** No parameters yet. */
export function createParameters(homeRegion: string, now: () => Date): Parameters {
  const parameters = new Map<string, Parameter>();
  const key = (region: string, name: string) => `${region} ${name}`;
  return {
    put: (name, type, value, region = homeRegion) => {
      const version = (parameters.get(key(region, name))?.version ?? 0) + 1;
      parameters.set(key(region, name), { name, type, value, version, modifiedAt: now() });
    },
    get: (region, name) => parameters.get(key(region, name)),
  };
}

/** A name with a path begins with a slash, which the ARN doesn't repeat. */
export function parameterArn(region: string, accountId: string, name: string): string {
  return `arn:aws:ssm:${region}:${accountId}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
}

/** What the sandbox reads from a SigV4 Authorization header; the cryptography is not checked. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const CREDENTIAL = /Credential=([^/,\s]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/**
 * Reads the credential scope of a SigV4 Authorization header.
 *
 * @returns undefined where there is no such header or it has no complete scope.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function readSignature(authorization: string | undefined): Signature | undefined {
  if (!authorization?.startsWith('AWS4-HMAC-SHA256 ')) return undefined;
  if (!/SignedHeaders=[^,\s]+/.test(authorization) || !/Signature=[0-9a-f]+/.test(authorization))
    return undefined;
  const [, accessKeyId, , region, service] = CREDENTIAL.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}

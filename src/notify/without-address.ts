import { oneLine } from './escape.ts';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Text from outside on one line, in which neither a webhook's address stands nor any part of its path by itself:
 * whoever has the path can post to the channel. `services` stands in every such path and hides nothing.
 */
export const withoutAddress = (text: string, url: URL): string => {
  const segments = url.pathname.split('/').filter((segment) => segment.length > 1 && segment !== 'services');
  const secrets = [url.href, url.search, url.hash, ...segments].flatMap((part) => [part, decoded(part)]);
  return secrets
    .filter((secret) => secret !== '')
    .toSorted((left, right) => right.length - left.length)
    .reduce(
      // In every spelling: an address means the same in capitals to some who write it down.
      (shown, secret) => shown.replace(new RegExp(secret.replace(/\W/g, '\\$&'), 'gi'), '(hidden)'),
      oneLine(text),
    );
};

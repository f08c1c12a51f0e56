import type { InputTransformer } from '../../build/tampering-message.ts';

const at = (event: unknown, path: string): unknown =>
  path
    .replace(/^\$\./, '')
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
      event,
    );

/**
 * What EventBridge hands to a target, as its user guide has it: a variable between quotation marks is filled in as it
 * is, not escaped, and one whose path leads nowhere leaves nothing.
 */
export const transformed = ({ InputPathsMap, InputTemplate }: InputTransformer, event: unknown): string =>
  InputTemplate.replace(/<([\w-]+)>/g, (_, variable: string) => {
    const path = InputPathsMap[variable];
    if (path === undefined) throw new Error(`No path fills <${variable}>.`);
    const value = at(event, path);
    return typeof value === 'string' ? value : '';
  });

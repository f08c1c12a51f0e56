/** How a stretch of a chat message is shown. */
export type ChatMark = 'bold' | 'italic' | 'struck' | 'code' | 'link' | 'mention';

/** A stretch of a chat message that is shown alike. */
export interface ChatToken {
  readonly text: string;
  readonly marks: readonly ChatMark[];
  /** Where a link leads; absent for everything else. */
  readonly url?: string;
}

/** A code span, what stands in angle brackets, a bare address, or emphasis that isn't inside a word. */
const pieces =
  /`([^`\n]+)`|<([^<>\n]+)>|(https?:\/\/[^\s<>|`]+)|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\4)[^\n])+?)(?<=\S)\4(?![\p{L}\p{N}])/gu;

const emphases: { readonly [mark: string]: ChatMark } = { '*': 'bold', _: 'italic', '~': 'struck' };

const entities: { readonly [entity: string]: string } = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);

/** Inside angle brackets: `!channel`, `@U012345`, `#C012345|general`, or an address with or without its label. */
const bracketed = (content: string, marks: readonly ChatMark[]): ChatToken => {
  const [target = '', label] = content.split('|', 2);
  const sign = /^[!@#]/.exec(target)?.[0];
  if (sign !== undefined) {
    const name = label ?? target.slice(1);
    return { text: decoded(`${sign === '#' ? '#' : '@'}${name}`), marks: [...marks, 'mention'] };
  }
  return { text: decoded(label ?? target), marks: [...marks, 'link'], url: decoded(target) };
};

/**
 * A line of client markdown as Slack understands it, live parts included: whoever shows it sees a mention or a link
 * that slipped through. Source: formatting message text, Slack developer documentation.
 */
export const chatTokens = (markdown: string, marks: readonly ChatMark[] = []): readonly ChatToken[] => {
  const tokens: ChatToken[] = [];
  let end = 0;
  const plain = (to: number): void => {
    if (to > end) tokens.push({ text: decoded(markdown.slice(end, to)), marks });
  };
  for (const found of markdown.matchAll(pieces)) {
    const [whole, code, bracket, address, emphasis, emphasised] = found;
    plain(found.index);
    end = found.index + whole.length;
    if (code !== undefined) tokens.push({ text: decoded(code), marks: [...marks, 'code'] });
    else if (bracket !== undefined) tokens.push(bracketed(bracket, marks));
    else if (address !== undefined) tokens.push(bracketed(address, marks));
    else tokens.push(...chatTokens(emphasised ?? '', [...marks, emphases[emphasis ?? ''] ?? 'bold']));
  }
  plain(markdown.length);
  return tokens;
};

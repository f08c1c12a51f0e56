const token =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

const wrongEntity = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** Characters that XML 1.0 doesn't have (§2.2), and lone surrogates. */
const noCharacter = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** What is wrong with a document as XML 1.0, of the parts of XML that JUnit uses; undefined where it is well-formed. */
export const xmlMistake = (document: string): string | undefined => {
  if (noCharacter.test(document)) return 'a character that XML does not have';
  if (wrongEntity.test(document)) return 'an ampersand that begins no entity';
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < document.length) {
    token.lastIndex = at;
    const found = token.exec(document);
    if (!found) return `no markup at ${at}: ${document.slice(at, at + 80)}`;
    const [whole, closed, opened, attributes = '', empty, text] = found;
    at += whole.length;
    if (text?.includes(']]>')) return ']]> in text';
    if (text !== undefined && text.trim() !== '' && open.length === 0) return `text outside: ${text}`;
    const names = [...attributes.matchAll(/([\w-]+)="/g)].map(([, name]) => name);
    if (new Set(names).size < names.length) return `an attribute twice: ${whole}`;
    if (closed !== undefined && open.pop() !== closed) return `${whole} closes nothing`;
    if (opened === undefined) continue;
    if (open.length === 0) roots += 1;
    if (empty !== '/') open.push(opened);
  }
  return open.length > 0 ? `${open.at(-1)} stays open` : roots === 1 ? undefined : `${roots} roots`;
};

import type { Answer } from './answer.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * Reads an AWS query request: a form whose nested names are dotted (`Attributes.entry.1.key`).
 * The operation stands in `Action`; everything else is the input, with its dotted names as they are.
 */
export function readQuery(body: string): { readonly operation: string; readonly input: JsonObject } {
  const {
    Action: operation = '',
    Version: _version,
    ...input
  } = Object.fromEntries(new URLSearchParams(body));
  return { operation, input };
}

/** Writes an AWS query response in XML. Lists become `member` elements, but a map's, which are called `entry`. */
export function writeQuery(operation: string, answer: Answer, requestId: string, namespace: string): string {
  if (answer.kind === 'refused') {
    const type = answer.status < 500 ? 'Sender' : 'Receiver';
    const error = `<Error><Type>${type}</Type><Code>${xmlText(answer.code)}</Code><Message>${xmlText(answer.message)}</Message></Error>`;
    return `<ErrorResponse xmlns="${namespace}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
  }
  const result = `<${operation}Result>${elements(answer.body)}</${operation}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<${operation}Response xmlns="${namespace}">${result}${metadata}</${operation}Response>`;
}

function elements(value: Json): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${elements(item)}</member>`).join('');
  if (!isObject(value)) return xmlText(String(value));
  return Object.entries(value)
    .map(([name, inner]) =>
      name === 'entry' && Array.isArray(inner)
        ? inner.map((each) => `<entry>${elements(each)}</entry>`).join('')
        : `<${name}>${elements(inner)}</${name}>`,
    )
    .join('');
}

function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import type { Cell } from './map-reading.ts';

/** What a cell shows: a letter that says the same as its colour; the sheet adds ! to what is refused. */
export const letterOf = ({ state, rule }: Cell): string => {
  switch (state) {
    case 'holding':
      return '✓';
    case 'unbound':
      return '–';
    case 'undetermined':
      return '?';
    case 'exempted':
      return 'E';
    default:
      return rule.severity.slice(0, 1).toUpperCase();
  }
};

export const classOf = ({ state, rule }: Cell): string =>
  state === 'open'
    ? rule.severity
    : state === 'debt' || state === 'refused'
      ? `${rule.severity} ${state}`
      : state;

/** The same in words. */
export const wordsOf = ({ state, rule, detail }: Cell): string => {
  switch (state) {
    case 'holding':
      return 'holds';
    case 'unbound':
      return 'not for this pool';
    case 'undetermined':
      return 'not known';
    case 'exempted':
      return `exempted until ${detail?.exemption?.expires ?? ''}`;
    case 'debt':
      return `${rule.severity} violation, debt`;
    case 'refused':
      return `${rule.severity} violation, refused`;
    case 'open':
      return `${rule.severity} violation`;
  }
};

import { isReached, type Row } from './row.ts';

const shown = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
};

const cellsOf = (row: Row): readonly string[] => [
  row.what,
  `${shown(row.figure)} ${row.unit}`.trim(),
  row.spread ? `${shown(row.spread[0])} to ${shown(row.spread[1])}` : '',
  row.limit === undefined ? '' : `at most ${shown(row.limit)}`,
  row.limit === undefined ? '' : isReached(row) ? 'reached' : 'NOT REACHED',
  row.note ?? '',
];

const head = ['', 'figure', 'middle half', 'limit', '', ''];

/** The rows as a table of plain text, columns aligned. */
export const tableOf = (rows: readonly Row[]): string => {
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

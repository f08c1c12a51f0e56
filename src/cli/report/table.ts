import { stripVTControlCharacters } from 'node:util';

const width = (cell: string): number => [...stripVTControlCharacters(cell)].length;

/** Rows of cells as lines whose columns line up; the last column is ragged. */
export const table = (rows: readonly (readonly string[])[], indent = 0): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows.map((row) =>
    `${' '.repeat(indent)}${row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - width(cell)),
      )
      .join('  ')}`.trimEnd(),
  );
};

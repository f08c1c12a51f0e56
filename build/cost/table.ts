/** US dollars as a cell has them. */
export const inDollars = (value: number): string => value.toFixed(2);

/** A line of a Markdown table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

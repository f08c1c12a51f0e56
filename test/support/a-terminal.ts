/** What leads a command to take a pipe for a terminal of so many columns, which shows colours. */
export const inATerminalOf = (columns: number): { readonly [name: string]: string } => {
  const module = `for (const stream of [process.stdout, process.stderr]) Object.assign(stream, { isTTY: true, columns: ${columns} });`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(module)}` };
};

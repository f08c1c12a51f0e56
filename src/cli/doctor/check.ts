/** How a part stands. `unknown` is never taken for `ok`. */
export type State = 'ok' | 'wrong' | 'unknown';

/** One thing that has to be so for a change to be seen, put right and told. */
export interface Check {
  readonly name: string;
  readonly state: State;
  /** One sentence. */
  readonly says: string;
  /** What to do: a command, or a page of the docs. There unless the state is ok. */
  readonly todo?: string;
}

/** It is so. */
export const ok = (name: string, says: string): Check => ({ name, state: 'ok', says });

/** It isn't so, and what to do about it. */
export const wrong = (name: string, says: string, todo: string): Check => ({
  name,
  state: 'wrong',
  says,
  todo,
});

/** Nobody can tell from here. */
export const unknown = (name: string, says: string, todo: string): Check => ({
  name,
  state: 'unknown',
  says,
  todo,
});

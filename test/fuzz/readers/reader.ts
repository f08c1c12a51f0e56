/** Something that reads what others wrote. */
export interface Reader {
  /** The texts of files that the project has anyway: what is tried begins with them. */
  readonly seeds: () => Promise<readonly string[]>;
  /**
   * Reads a text as the product does.
   * @throws where it breaks a promise: whatever stands in the text, it is read or its mistakes are told
   */
  readonly read: (text: string) => Promise<void>;
  /** The files that one text stands for, where a reader takes several at once. */
  readonly parts?: {
    readonly split: (text: string) => readonly string[];
    readonly join: (parts: readonly string[]) => string;
  };
}

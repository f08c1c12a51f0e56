import type { PolicySet } from '../policy/policy.ts';
import type { Desk } from './desk.ts';
import type { Watch } from './ledger.ts';

/** What sweeps remember of the account from one to the next. */
export interface AccountRecord {
  readonly watch: Watch;
  /** The policies of which people were last told. */
  readonly policies: PolicySet;
  /** The digest that people were last told, and when. */
  readonly digest?: { readonly key: string; readonly toldAt: string };
  /** Pauses whose beginning was told, by id; taken out when their end was. */
  readonly pausesTold: readonly { readonly id: string; readonly until: string; readonly pool?: string }[];
  /** Exemptions that people were told will end or have ended: `<ticket> <expires> ending|ended`. */
  readonly exemptionsTold: readonly string[];
}

/** The ledger for sweeps: the account's record, which nobody else writes, and the desk's reading side. */
export interface AccountBook extends Pick<Desk, 'pauses' | 'resume' | 'notes'> {
  /** The record with its version; undefined where there is none. */
  read(): Promise<{ readonly record: AccountRecord; readonly version: number } | undefined>;
  /**
   * Replaces the record.
   * @param version the one that was read; 0 where there was none
   * @returns false where somebody else has replaced it meanwhile
   */
  replace(record: AccountRecord, version: number): Promise<boolean>;
  /** When what the records are kept in was made, ISO 8601 UTC; undefined where nobody can tell. */
  madeAt(): Promise<string | undefined>;
}

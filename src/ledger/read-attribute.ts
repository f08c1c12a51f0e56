import { LedgerBrokenError } from './errors.ts';

/**
 * Reads one attribute.
 * @param form what it must be
 * @param get may throw where it is damaged
 * @throws LedgerBrokenError where the attribute isn't as a ledger writes it
 */
export type ReadAttribute = <Value>(
  attribute: string,
  form: (value: unknown) => value is Value,
  get: () => unknown,
) => Value;

/**
 * Reads what a ledger stored in an item, attribute by attribute.
 * @param place which item, for a person who is to repair or remove it
 */
export const attributesOf =
  (place: string): ReadAttribute =>
  (attribute, form, get) => {
    const broken = () => new LedgerBrokenError(place, `${attribute} is damaged`);
    let value: unknown;
    try {
      value = get();
    } catch {
      throw broken();
    }
    if (!form(value)) throw broken();
    return value;
  };

import type { SourcePlace } from '../policy/policy.ts';

/** Where something stands; in a plan, which is one long line, the JSON pointer says more than the line. */
export interface DeclaredPlace extends SourcePlace {
  /** RFC 6901: `/resource_changes/0/change/after/mfa_configuration`. */
  readonly pointer?: string;
}

/**
 * What a file says of one thing, as far as it can be worked out without deploying. A value can be known for certain, be
 * known if nobody says otherwise (`assumed`), depend on something (`choice`), or not be known.
 */
export type DeclaredValue =
  | {
      readonly kind: 'scalar';
      readonly value: string | number | boolean;
      /** Text without quotes: YAML 1.1 and 1.2 read some of it differently. */
      readonly bare?: true;
      /** What it holds by: `the default of parameter MinLength`. */
      readonly assumed?: string;
      /** Marked as sensitive in the file: it is compared and never shown. */
      readonly secret?: true;
      readonly place: DeclaredPlace;
    }
  | { readonly kind: 'list'; readonly items: readonly DeclaredValue[]; readonly place: DeclaredPlace }
  | {
      readonly kind: 'map';
      readonly members: ReadonlyMap<string, DeclaredValue>;
      readonly place: DeclaredPlace;
    }
  | { readonly kind: 'absent'; readonly place: DeclaredPlace }
  | DeclaredUnknown
  | {
      readonly kind: 'choice';
      /** What it depends on: `condition IsProduction`. */
      readonly on: string;
      readonly options: readonly DeclaredValue[];
      readonly place: DeclaredPlace;
    };

/** A value that the file doesn't tell. */
export interface DeclaredUnknown {
  readonly kind: 'unknown';
  /** A clause: `Fn::ImportValue is worked out by the deployment`. */
  readonly reason: string;
  /** Whatever it is, there is a value. */
  readonly there?: true;
  readonly place: DeclaredPlace;
}

/** How deep a value may be nested: pools need a tenth of it. */
export const deepest = 64;

export const unknown = (place: DeclaredPlace, reason: string, there = false): DeclaredUnknown => ({
  kind: 'unknown',
  reason,
  ...(there && { there: true as const }),
  place,
});

/** A member of a map; absent, at the place of the map, where it isn't there. */
export const memberOf = (value: DeclaredValue, name: string): DeclaredValue => {
  switch (value.kind) {
    case 'map':
      return value.members.get(name) ?? { kind: 'absent', place: value.place };
    case 'list': {
      // Terraform's plans show a block as a list of one.
      const [only, ...others] = value.items;
      if (!only) return { kind: 'absent', place: value.place };
      return others.length === 0 ? memberOf(only, name) : unknown(value.place, 'a list stands here');
    }
    case 'scalar':
      return unknown(value.place, 'text stands where a structure must be');
    case 'choice':
      return { ...value, options: value.options.map((option) => memberOf(option, name)) };
    case 'absent':
      return value;
    case 'unknown':
      return unknown(value.place, value.reason);
  }
};

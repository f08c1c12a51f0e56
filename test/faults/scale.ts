/** How large a run is. */
export interface Scale {
  readonly pools: number;
  /** For how long people are at work. */
  readonly hours: number;
  readonly changesPerHour: number;
  /** Pools that a pipeline insists on. */
  readonly wars: number;
}

const scales = {
  /** In the ordinary suite. */
  short: { pools: 10, hours: 18, changesPerHour: 12, wars: 1 },
  long: { pools: 30, hours: 60, changesPerHour: 25, wars: 3 },
} as const satisfies { readonly [name: string]: Scale };

export const scaleOf = (name: keyof typeof scales): Scale => scales[name];

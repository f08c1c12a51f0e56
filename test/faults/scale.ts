/** How large a run is. */
export interface Scale {
  readonly pools: number;
  /** For how long people are at work. */
  readonly hours: number;
  readonly changesPerHour: number;
  /** How long the world goes on in peace then: a breaker closes after a day, and a pause lasts six hours at most. */
  readonly quietHours: number;
  /** Pools that a pipeline insists on. */
  readonly wars: number;
}

const scales = {
  /** In the ordinary suite. */
  short: { pools: 6, hours: 9, changesPerHour: 20, quietHours: 26, wars: 1 },
  long: { pools: 24, hours: 40, changesPerHour: 40, quietHours: 30, wars: 3 },
} as const satisfies { readonly [name: string]: Scale };

export const scaleOf = (name: keyof typeof scales): Scale => scales[name];

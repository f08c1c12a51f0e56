const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time as a person writes it, `30m`, `4h` or `1d`, in milliseconds; undefined where it has another form. */
export const lengthOfTime = (text: string): number | undefined => {
  const [, number, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit as keyof typeof units];
};

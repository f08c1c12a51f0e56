/** Milliseconds. A look that begins with less left has too little time for a write, and would end as failed: see apply.ts. */
export const timeForALook = 30_000;

import { byId } from './element.ts';

/** Tells people who don't see the page what came in. */
export const announce = (text: string): void => {
  byId('announcer', HTMLElement).textContent = text;
};

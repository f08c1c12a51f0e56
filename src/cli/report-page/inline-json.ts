import { Markup } from './html.ts';

/**
 * Data for a script element of type application/json. Inside one, `</script` and `<!--` are markup (HTML standard,
 * "Restrictions for contents of script elements"), so no `<` is left; U+2028 and U+2029 end lines in old parsers.
 */
export const inlineJson = (value: unknown): Markup =>
  new Markup(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/>/g, '\\u003e')
      .replace(/&/g, '\\u0026')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  );

/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`. */
const form = /^[a-z]{2,4}(-[a-z]{2,12}){1,2}-\d{1,2}$/;

/** True for a text of a Region name's form. Regions end up in host names, so nothing else may pass. */
export const isRegionName = (text: string): boolean => form.test(text);

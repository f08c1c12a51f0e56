import type { Link } from './links.ts';

/** A link of ours as chat markup: its label stands for the address. Both are made by us, or by a policy file. */
export const chatLink = ({ label, url }: Link): string => `<${url.replaceAll('&', '&amp;')}|${label}>`;

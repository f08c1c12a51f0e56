import { findChromium, howToInstall } from './find-chromium.ts';

/** Without a browser no test begins: a person reads what to install, and the status isn't 0. */
export default (): void => {
  if (findChromium(process.env.PATH ?? '') !== undefined) return;
  console.error(howToInstall);
  process.exit(1);
};

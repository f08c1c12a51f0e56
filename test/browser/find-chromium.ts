import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where it stands on macOS and Windows, which put no browser on the PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  '/snap/bin/chromium',
];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What a person without Chromium is told. */
export const howToInstall = `The tests in test/browser need Chromium or Chrome, and none was found: not on the PATH as ${names.join(', ')}, and in none of its usual places. Install one, and run them again:
  Debian, Ubuntu   apt-get install -y --no-install-recommends chromium fonts-liberation
  Fedora           dnf install chromium
  macOS            brew install --cask chromium`;

/**
 * The system's Chromium.
 * @param path the PATH of the environment
 * @returns undefined where there is none
 */
export const findChromium = (path: string): string | undefined =>
  [
    ...path
      .split(delimiter)
      .filter((folder) => folder !== '')
      .flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualPlaces,
  ].find(isExecutable);

import { byId } from './element.ts';

const key = 'lifeguard-theme';

const stored = (): string => {
  try {
    return localStorage.getItem(key) ?? 'system';
  } catch {
    // Browsers can forbid it; then the choice lasts as long as the page.
    return 'system';
  }
};

const wear = (theme: string): void => {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
};

/** Puts on the colours that a person chose before, ahead of the first paint. */
export const wearTheme = (): void => wear(stored());

/** The switch: light, dark, or as the system has it. */
export const themeSwitch = (): void => {
  const choices = byId('theme', HTMLFieldSetElement);
  for (const input of choices.querySelectorAll('input')) input.checked = input.value === stored();
  choices.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    wear(target.value);
    try {
      localStorage.setItem(key, target.value);
    } catch {
      // See above.
    }
  });
};

import { announce } from './announce.ts';
import { element } from './element.ts';

/** Something to type, with a button that copies it. */
export const copyable = (text: string, does: string): HTMLElement => {
  const code = element('code', {}, text);
  const button = element('button', { type: 'button', 'aria-label': `Copy: ${does}` }, 'Copy');
  button.addEventListener('click', () => {
    const said = (result: string): void => {
      button.textContent = result;
      announce(result);
    };
    navigator.clipboard.writeText(text).then(
      () => said('Copied'),
      () => {
        // Not allowed here: then it is marked, for the keyboard to copy.
        getSelection()?.selectAllChildren(code);
        said('Marked');
      },
    );
  });
  button.addEventListener('blur', () => {
    button.textContent = 'Copy';
  });
  return element('div', { class: 'copyable' }, element('pre', {}, code), button);
};

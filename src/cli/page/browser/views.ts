import { byId } from './element.ts';

const views = ['timeline', 'settings', 'mail', 'slack'] as const;

/** As in styles/views.css: from here on the timeline stands beside the other views. */
const wide = matchMedia('(min-width: 68rem)');

/** Which view is shown: the address says so, so that it can be kept, shared and gone back to. */
export const viewSwitch = (): void => {
  const main = byId('main', HTMLElement);
  const asked = () => views.find((view) => location.hash === `#${view}`) ?? 'timeline';
  const show = (): void => {
    const view = asked();
    main.dataset.view = view;
    // Beside each other the views scroll by themselves: the keyboard must get into each.
    for (const pane of main.querySelectorAll<HTMLElement>('.view')) pane.tabIndex = wide.matches ? 0 : -1;
    const current = wide.matches && view === 'timeline' ? 'settings' : view;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.views a')) {
      if (link.hash === `#${current}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('hashchange', () => {
    show();
    byId(`${asked()}-title`, HTMLElement).focus({ preventScroll: wide.matches });
  });
  wide.addEventListener('change', show);
  // The address names a view and nothing else, so the way to the content leaves it alone.
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  show();
};

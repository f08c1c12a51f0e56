import { type CommandView, type MailView, mostKept, type PageState } from '../page-data.ts';
import { byId, element, outside } from './element.ts';
import { emptyPart } from './empty.ts';
import { moment, wholeMoment } from './moments.ts';

/** What the page does with mails as they come in. */
export interface Mail {
  readonly begin: (state: PageState) => void;
  readonly add: (mail: MailView) => void;
}

/** The mails that SNS sent, as a mail program shows them: a list, and the one that is open. */
export const mail = (): Mail => {
  const body = byId('mail-body', HTMLElement);
  const count = byId('mail-count', HTMLElement);
  const fixed = byId('mail-fixed', HTMLInputElement);
  let mails: MailView[] = [];
  let commands: readonly CommandView[] = [];
  let openId: string | undefined;
  /** Until somebody opens another one, the newest is open. */
  let isChosen = false;

  const draw = (): void => {
    count.textContent = mails.length === 0 ? '' : String(mails.length);
    if (mails.length === 0) {
      body.replaceChildren(
        emptyPart(
          'No mail yet: people are told when a pool isn’t as policy requires. To see one, type in another terminal:',
          commands,
          'weaken',
        ),
      );
      return;
    }
    const open = mails.find(({ id }) => isChosen && id === openId) ?? mails[0];
    openId = open?.id;
    const focused = document.activeElement?.closest<HTMLElement>('[data-mail]')?.dataset.mail;
    const list = element(
      'ul',
      { class: 'mail-list', 'aria-label': 'Mails, the newest first' },
      ...mails.map(listed),
    );
    body.replaceChildren(
      element('div', { class: 'mailbox' }, list, ...(open ? [letter(open, fixed.checked)] : [])),
    );
    if (focused !== undefined)
      list.querySelector<HTMLElement>(`[data-mail="${CSS.escape(focused)}"]`)?.focus();
  };
  const listed = (each: MailView): HTMLElement => {
    const button = element(
      'button',
      { type: 'button', 'data-mail': each.id, 'aria-current': each.id === openId ? 'true' : undefined },
      element('span', { class: 'from' }, 'AWS Notifications'),
      moment(each.at),
      element('span', { class: 'subject' }, outside(each.subject)),
    );
    button.addEventListener('click', () => {
      isChosen = true;
      openId = each.id;
      draw();
    });
    return element('li', {}, button);
  };
  fixed.addEventListener('change', draw);
  return {
    begin: (state) => {
      mails = [...state.mails];
      commands = state.commands;
      draw();
    },
    add: (added) => {
      mails = [added, ...mails].slice(0, mostKept);
      draw();
    },
  };
};

const letter = ({ subject, from, to, topic, at, lines }: MailView, isFixed: boolean): HTMLElement =>
  element(
    'article',
    { class: 'letter', 'aria-label': 'The open mail' },
    element('h3', {}, outside(subject)),
    element(
      'dl',
      {},
      element('dt', {}, 'From'),
      element('dd', {}, from),
      element('dt', {}, 'To'),
      element('dd', {}, outside(to), element('small', {}, ' through the topic ', outside(topic))),
      element('dt', {}, 'Sent'),
      element('dd', {}, element('time', { datetime: at }, wholeMoment(at))),
    ),
    element('div', { class: isFixed ? 'text fixed' : 'text' }, ...lines.map(textLine)),
    element(
      'p',
      { class: 'note' },
      'Addresses are shown, not live: the sandbox’s pools aren’t in the AWS console.',
    ),
  );

/** Mail programs make a link of an address that stands alone. */
const textLine = (line: string): HTMLElement =>
  element(
    'div',
    {},
    /^https?:\/\/\S+$/.test(line.trim())
      ? element('span', { class: 'link' }, line)
      : line === ''
        ? '\u00a0'
        : line,
  );

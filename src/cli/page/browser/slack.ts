import { type ChatLine, type ChatView, type CommandView, mostKept, type PageState } from '../page-data.ts';
import { byId, element, icon, outside } from './element.ts';
import { emptyPart } from './empty.ts';
import { moment } from './moments.ts';

/** What the page does with chat messages as they come in. */
export interface Slack {
  readonly begin: (state: PageState) => void;
  readonly add: (chat: ChatView) => void;
}

/** The messages that Amazon Q posts, as Slack shows them: threads, the one with the newest message first. */
export const slack = (): Slack => {
  const body = byId('slack-body', HTMLElement);
  const count = byId('slack-count', HTMLElement);
  let chats: ChatView[] = [];
  let commands: readonly CommandView[] = [];

  const draw = (): void => {
    count.textContent = chats.length === 0 ? '' : String(chats.length);
    if (chats.length === 0) {
      body.replaceChildren(
        emptyPart(
          'No message yet: people are told when a pool isn’t as policy requires. To see one, type in another terminal:',
          commands,
          'weaken',
        ),
      );
      return;
    }
    const threads = [...Map.groupBy(chats, ({ thread }) => thread).values()];
    body.replaceChildren(
      element(
        'div',
        { class: 'slack' },
        element('p', { class: 'channel' }, '# security'),
        ...threads.map((newestFirst) => threadPart(newestFirst.toReversed())),
        element(
          'p',
          { class: 'note' },
          'Links are shown, not live: the sandbox’s pools aren’t in the AWS console.',
        ),
      ),
    );
  };
  return {
    begin: (state) => {
      chats = [...state.chats];
      commands = state.commands;
      draw();
    },
    add: (added) => {
      chats = [added, ...chats].slice(0, mostKept);
      draw();
    },
  };
};

const threadPart = ([root, ...replies]: readonly ChatView[]): HTMLElement => {
  const label = `Thread about ${root?.about ?? ''}`;
  return element(
    'section',
    { class: 'thread', 'aria-label': label },
    ...(root ? [messagePart(root)] : []),
    ...(replies.length === 0
      ? []
      : [
          element('p', { class: 'replies' }, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
          element('div', { class: 'replied' }, ...replies.map(messagePart)),
        ]),
  );
};

const messagePart = ({ at, title, lines, steps }: ChatView): HTMLElement =>
  element(
    'article',
    { class: 'message', 'aria-label': 'A message' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('ring')),
    element(
      'div',
      {},
      element(
        'header',
        {},
        element('strong', {}, 'Amazon Q'),
        ' ',
        element('span', { class: 'app' }, 'APP'),
        ' ',
        moment(at),
      ),
      element('h3', {}, ...tokens(title)),
      ...lines.map((line) => element('p', {}, ...tokens(line))),
      ...(steps.length === 0
        ? []
        : [
            element('h4', {}, 'Next steps'),
            element('ol', {}, ...steps.map((step) => element('li', {}, ...tokens(step)))),
          ]),
    ),
  );

const tags = { bold: 'strong', italic: 'em', struck: 's', code: 'code' } as const;

/** Each stretch in the elements of its marks; a link is shown as one and leads nowhere. */
const tokens = (line: ChatLine): readonly Node[] =>
  line.map(({ text, marks, url }) =>
    marks.reduce<Node>(
      (inner, mark) =>
        mark === 'link' || mark === 'mention'
          ? element('span', { class: mark, title: url }, inner)
          : element(tags[mark], {}, inner),
      outside(text),
    ),
  );

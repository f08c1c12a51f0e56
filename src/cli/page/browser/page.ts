import type { PageNews, PageState } from '../page-data.ts';
import { byId, element, outside } from './element.ts';
import { mail } from './mail.ts';
import { settings } from './settings.ts';
import { slack } from './slack.ts';
import { themeSwitch, wearTheme } from './theme.ts';
import { timeline } from './timeline.ts';
import { viewSwitch } from './views.ts';

const start = (): void => {
  themeSwitch();
  viewSwitch();
  const parts = { timeline: timeline(), settings: settings(), mail: mail(), slack: slack() };
  const live = byId('live', HTMLElement);
  const say = (state: 'live' | 'lost', text: string): void => {
    live.dataset.live = state;
    live.textContent = text;
  };
  const take = (news: PageNews): void => {
    if (news.kind === 'entry') parts.timeline.add(news.entry);
    else if (news.kind === 'pool') parts.settings.take(news.pool);
    else if (news.kind === 'pool-gone') parts.settings.drop(news.key);
    else if (news.kind === 'mail') parts.mail.add(news.mail);
    else parts.slack.add(news.chat);
  };
  // The browser connects again by itself, and then all there is comes first.
  const events = new EventSource('/events');
  events.addEventListener('state', ({ data }) => {
    const state = JSON.parse(data) as PageState;
    showPlace(state);
    for (const part of Object.values(parts)) part.begin(state);
    say('live', 'Live');
  });
  events.addEventListener('news', ({ data }) => take(JSON.parse(data) as PageNews));
  events.addEventListener('error', () => say('lost', 'Not connected: the sandbox has ended'));
};

const showPlace = ({ place: { endpoint, accountId, region, policies } }: PageState): void => {
  byId('place', HTMLElement).replaceChildren(
    element('code', {}, endpoint),
    ` · account ${accountId} · ${region} · `,
    outside(policies),
  );
};

wearTheme();
document.addEventListener('DOMContentLoaded', start);

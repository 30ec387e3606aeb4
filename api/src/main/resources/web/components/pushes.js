// Messages that were sent to somebody, newest first.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { clock } from '../lib/format.js';
import { None } from './ui.js';

export const Pushes = ({ items, about = push => push.about }) => (items.length === 0
  ? html`<${None}>${t('pushes.none')}</${None}>`
  : html`<ul class="pushes">${items.slice(0, 12).map(push => html`<li key=${push.id}>
      <time class="soft small" datetime=${push.at}>${clock(push.at)}</time>
      <span lang="ko">${push.message}</span><span class="soft small">${about(push)}</span></li>`)}</ul>`);

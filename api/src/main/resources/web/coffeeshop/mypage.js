// MyPages: every order of a customer, with every step and its time.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { clock, precisely } from '../lib/format.js';
import { useEvents, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { None, statusWord } from '../components/ui.js';
import { Pushes } from '../components/pushes.js';
import { toast } from '../components/toasts.js';
import { Order } from './order.js';
import { isOver } from './orders.js';

export default function MyPage({ name: customer }) {
  const page = useResource(`/coffeeshop/customers/${encodeURIComponent(customer)}`, () => true);
  useEvents(event => event.type === 'notice' && toast(event.message));
  return html`<div class="title"><h1>${t('mypage.of', { person: customer })}</h1><p>${t('coffeeshop.mypage.about')}</p></div>
    <${Loaded} of=${page}>${({ orders, pushes }) => html`<div class="two"><section class="stack" aria-label=${t('orders')}>
      ${orders.length === 0 && html`<${None}>${t('orders.none')}</${None}>`}
      ${orders.filter(it => !isOver(it)).map(it => html`<${Order} key=${`${it.shop}/${it.number}`} order=${it} />`)}
      <${Past} orders=${orders.filter(isOver)} /></section>
      <section class="card stack tight sticky" aria-label=${t('pushes')}><h2>${t('pushes')}</h2>
        <${Pushes} items=${pushes} about=${push => `${push.shop} · ${push.about?.split('/').at(-1) ?? push.order ?? ''}`} /></section></div>`}</${Loaded}>`;
}

const Past = ({ orders }) => orders.length > 0 && html`<section class="card stack tight" aria-label=${t('orders.past')}><h2>${t('orders.past')}</h2>
  <ul>${orders.slice(0, 20).map(it => html`<li class="line" key=${`${it.shop}/${it.number}`} data-order=${`${it.shop}/${it.number}`}>
    <span><strong>${it.shop} · ${it.number}</strong> ${it.product} × ${it.quantity}<br />
      <span class="soft small">${it.history.map(step => html`<span title=${precisely(step.at)}>${statusWord(step.status)} ${clock(step.at)}  </span>`)}</span></span>
    <strong class="small">${statusWord(it.status)}</strong></li>`)}</ul></section>`;

// A customer's own page: their orders at all shops as they move, and what they were told.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago, money } from '../lib/format.js';
import { useAction, useClock, useEvents, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, None, Pill, Refused } from '../components/ui.js';
import { Progress } from '../components/progress.js';
import { Pushes } from '../components/pushes.js';
import { toast } from '../components/toasts.js';
import { isOver, Kind, Lines, OPEN, SHOPS, stepsOf } from './orders.js';

export default function MyPage({ name: customer }) {
  const page = useResource(`/cafe/customers/${encodeURIComponent(customer)}`, () => true);
  const now = useClock(10_000);
  useEvents(event => event.type === 'notice' && toast(event.message));
  return html`<div class="title"><h1>${t('cafe.mypage.title', { customer })}</h1><p>${t('cafe.mypage.about')}</p></div>
    <${Loaded} of=${page}>${({ orders, pushes }) => html`<div class="two">
      <section class="stack" aria-label=${t('orders')}>
        ${orders.length === 0 && html`<${None}>${t('cafe.mypage.none')}</${None}>`}
        ${orders.filter(it => !isOver(it)).map(order => html`<${Mine} key=${keyOf(order)} order=${order} now=${now} />`)}
        <${Past} orders=${orders.filter(isOver)} now=${now} />
      </section>
      <section class="card stack tight sticky" aria-label=${t('pushes')}><h2>${t('pushes')}</h2>
        <${Pushes} items=${pushes} about=${push => `${push.desk ?? push.shop ?? ''} ${push.about ?? ''}`.trim()} /></section>
    </div>`}</${Loaded}>`;
}

const keyOf = order => `${order.shop}/${order.number}`;

/** What is over: one line each. */
const Past = ({ orders, now }) => orders.length > 0 && html`<section class="card stack tight" aria-label=${t('cafe.mypage.past')}>
  <h2>${t('cafe.mypage.past')}</h2>
  <ul>${orders.slice(0, 20).map(order => html`<li class="line" key=${keyOf(order)} data-order=${keyOf(order)}>
    <span><strong>${order.shop} · ${order.number}</strong> <span class="soft small">${ago(order.updatedAt, now)}</span><br />
      <span class="soft">${order.lines.map(line => `${line.name} × ${line.quantity}`).join(', ')}</span></span>
    <span class="right"><${Pill} status=${order.status} business="cafe" /><br /><strong class="small">${money(order.amount)}</strong></span></li>`)}</ul>
</section>`;

const Mine = ({ order, now }) => {
  const cancel = useAction(() => patch(`${SHOPS}${order.shop}/orders/${order.number}`, { status: 'CANCELED' }));
  return html`<article class="card stack" data-order=${keyOf(order)}>
    <div class="row apart"><h2>${order.shop} · ${order.number}</h2>
      <span class="row"><${Kind} type=${order.type} /><${Pill} status=${order.status} business="cafe" /></span></div>
    <${Progress} steps=${stepsOf(order)} history=${order.history} status=${order.status} business="cafe" label=${t('progress')} />
    <${Lines} lines=${order.lines} />
    <div class="row apart"><span class="soft small">${ago(order.placedAt, now)}</span><strong>${money(order.amount)}</strong></div>
    ${order.reason && !order.reason.startsWith('CUSTOMER') && html`<p class="soft small">${order.reason}</p>`}
    <${Refused} refusal=${cancel.refusal} />
    ${OPEN.includes(order.status) && !isOver(order) && html`<div><${Button} slim bad busy=${cancel.busy} onClick=${cancel.run}>${t('cafe.cancel')}</${Button}></div>`}
  </article>`;
};

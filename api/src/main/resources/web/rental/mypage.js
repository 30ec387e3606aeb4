// What somebody has asked for, has, and gave back.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { moment } from '../lib/format.js';
import { useAction, useEvents, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, None, Pill, Refused } from '../components/ui.js';
import { Progress } from '../components/progress.js';
import { Pushes } from '../components/pushes.js';
import { toast } from '../components/toasts.js';
import { DEPOTS, isOver, STEPS } from './orders.js';

export default function MyPage({ name: employee }) {
  const page = useResource(`/rental/employees/${encodeURIComponent(employee)}`, () => true);
  useEvents(event => event.type === 'notice' && toast(event.message));
  return html`<div class="title"><h1>${t('rental.mypage.title', { employee })}</h1><p>${t('rental.mypage.about')}</p></div>
    <${Loaded} of=${page}>${({ orders, pushes }) => html`<div class="two"><section class="stack" aria-label=${t('orders')}>
      ${orders.length === 0 && html`<${None}>${t('orders.none')}</${None}>`}
      ${[...orders.filter(it => !isOver(it)), ...orders.filter(isOver)].slice(0, 30).map(it => html`<${Mine} key=${`${it.depot}/${it.number}`} order=${it} />`)}</section>
      <section class="card stack tight sticky" aria-label=${t('pushes')}><h2>${t('pushes')}</h2>
        <${Pushes} items=${pushes ?? []} about=${push => `${push.depot} · ${push.about?.split('/').at(-1) ?? ''}`} /></section></div>`}</${Loaded}>`;
}

const Mine = ({ order }) => {
  const step = useAction(status => patch(`${DEPOTS}${order.depot}/orders/${order.number}`, { status }));
  const over = isOver(order);
  return html`<article class="card stack tight" data-order=${`${order.depot}/${order.number}`}>
    <div class="row apart"><h2>${order.name} × ${order.quantity}</h2><${Pill} status=${order.status} /></div>
    <p class="soft small">${order.depot} · ${order.number} · ${moment(order.placedAt)}${order.reason ? ` · ${order.reason}` : ''}</p>
    ${!over && html`<${Progress} steps=${STEPS} history=${order.history} status=${order.status} label=${t('progress')} />`}
    <${Refused} refusal=${step.refusal} />
    ${!over && html`<div class="row">
      ${order.status === 'APPROVED' && html`<${Button} slim main busy=${step.busy} onClick=${() => step.run('RETURNED')}>${t('rental.return')}</${Button}>`}
      <${Button} slim bad disabled=${step.busy} onClick=${() => step.run('CANCELLED')}>${t('cancel.order')}</${Button}></div>`}
  </article>`;
};

// The kitchen: open by itself, with a barista, or closed; and what waits, is being made and is done.
import { html } from '../vendor/preact.js';
import { patch, put } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { Board } from '../components/board.js';
import { Loaded } from '../components/loaded.js';
import { Button, Choice, Pill, Refused } from '../components/ui.js';
import { SHOPS } from './orders.js';

const MODES = ['AUTO', 'BARISTA', 'CLOSED'];

export default function Kitchen({ name: shop }) {
  const list = (status, limit) => useResource(`${SHOPS}${shop}/orders?status=${status}&limit=${limit}`);
  const [waiting, short, making, done] = [list('REQUESTED', 60), list('OUT_OF_STOCK', 60), list('MAKING', 100), list('COMPLETED', 8)];
  const now = useClock(5000);
  const byNumber = (one, other) => one.number - other.number;
  return html`<div class="title"><h1>${t('coffeeshop.kitchen.title')}</h1><${Switch} shop=${shop} /></div>
    <${Loaded} of=${done}>${() => html`<${Board} ticket=${order => html`<${Ticket} shop=${shop} order=${order} now=${now} />`} columns=${[
      { title: t('coffeeshop.kitchen.waiting'), items: [...(short.data?.items ?? []), ...(waiting.data?.items ?? [])].sort(byNumber) },
      { title: t('coffeeshop.kitchen.making'), items: [...(making.data?.items ?? [])].sort(byNumber) },
      { title: t('coffeeshop.kitchen.done'), items: done.data?.items ?? [] }]} />`}</${Loaded}>`;
}

const Switch = ({ shop }) => {
  const house = useResource(`${SHOPS}${shop}`, event => event.type === 'HouseRulesSet');
  const set = useAction(rules => put(`${SHOPS}${shop}`, rules));
  return html`<${Loaded} of=${house}>${({ name, kitchen }) => html`<div class="stack tight">
    <${Choice} value=${kitchen} label=${t('coffeeshop.kitchen')} disabled=${set.busy} options=${MODES.map(it => [it, t(`coffeeshop.kitchen.${it}`)])}
      onChange=${it => set.run({ ...(name && { name }), kitchen: it })} /><${Refused} refusal=${set.refusal} /></div>`}</${Loaded}>`;
};

const Ticket = ({ shop, order, now }) => {
  const complete = useAction(() => patch(`${SHOPS}${shop}/productions/${order.number}`, { status: 'COMPLETED' }));
  return html`<div class="row apart"><span class="no">${order.number}</span><${Pill} status=${order.status} /></div>
    <strong>${order.product} × ${order.quantity}</strong>
    <div class="row apart small soft"><span>${order.customer}</span><span>${ago(order.updatedAt, now)}</span></div>
    <${Refused} refusal=${complete.refusal} />
    ${order.status === 'MAKING' && html`<${Button} main busy=${complete.busy} onClick=${complete.run}
      aria-label=${t('coffeeshop.kitchen.completeOf', { number: order.number })}>${t('coffeeshop.kitchen.complete')}</${Button}>`}`;
};

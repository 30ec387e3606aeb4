// The delivery board: what waits for a rider, what is on its way, what has arrived.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { Board } from '../components/board.js';
import { Loaded } from '../components/loaded.js';
import { Button, Refused } from '../components/ui.js';
import { aboutOrders, Lines, SHOPS } from './orders.js';

const NEXT = { WAITING: 'PROGRESS', PROGRESS: 'COMPLETED' };

export default function Delivery({ name: shop }) {
  const list = status => useResource(`${SHOPS}${shop}/deliveries?status=${status}&limit=${status === 'COMPLETED' ? 8 : 100}`, aboutOrders);
  const [waiting, going, there] = [list('WAITING'), list('PROGRESS'), list('COMPLETED')];
  const now = useClock(5000);
  const column = (name, { data }) => ({ title: t(`cafe.delivery.${name}`), items: data?.items ?? [] });
  return html`<div class="title"><h1>${t('cafe.delivery.title')}</h1><p>${t('cafe.delivery.about')}</p></div>
    <${Loaded} of=${going}>${() => html`<${Board} ticket=${it => html`<${Ticket} shop=${shop} delivery=${it} now=${now} />`}
      columns=${[column('waiting', waiting), column('going', going), column('there', there)]} />`}</${Loaded}>`;
}

const Ticket = ({ shop, delivery, now }) => {
  const next = NEXT[delivery.status];
  const go = useAction(() => patch(`${SHOPS}${shop}/deliveries/${delivery.number}`, { status: next }));
  return html`
    <div class="row apart"><span class="no">${delivery.number}</span><strong>${delivery.customer}</strong></div>
    <${Lines} lines=${delivery.lines} />
    <span class="soft small">${ago(delivery.updatedAt, now)}</span>
    <${Refused} refusal=${go.refusal} />
    ${next && html`<${Button} main=${next === 'COMPLETED'} busy=${go.busy} onClick=${go.run}
      aria-label=${t('cafe.delivery.of', { number: delivery.number, step: t(`cafe.delivery.${next}`) })}>${t(`cafe.delivery.${next}`)}</${Button}>`}`;
};

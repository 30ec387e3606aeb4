// The barista's board: what is to be paid, what is to be made, what is done. Tickets move by themselves.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { Board } from '../components/board.js';
import { Loaded } from '../components/loaded.js';
import { Button, Pill, Refused } from '../components/ui.js';
import { aboutOrders, Kind, Lines, SHOPS } from './orders.js';

const DONE = ['COMPLETED', 'DELIVERY_IN_PROGRESS', 'DELIVERY_COMPLETED'];
const LATE = 5 * 60_000;

export default function Barista({ name: shop }) {
  const recent = useResource(`${SHOPS}${shop}/orders?limit=60`, aboutOrders);
  const paying = useResource(`${SHOPS}${shop}/orders?status=REQUESTED&limit=40`, aboutOrders);
  const making = useResource(`${SHOPS}${shop}/orders?status=MAKING&limit=100`, aboutOrders);
  const now = useClock(5000);
  return html`<div class="title"><h1>${t('cafe.barista.title')}</h1><p>${t('cafe.barista.about')}</p></div>
    <${Loaded} of=${making}>${({ items }) => html`<${Board} ticket=${order => html`<${Ticket} shop=${shop} order=${order} now=${now} />`}
      columns=${[
        { title: t('cafe.barista.toPay'), items: oldestFirst(paying.data?.items ?? []) },
        { title: t('cafe.barista.toMake'), items: oldestFirst(items), none: t('cafe.barista.none') },
        { title: t('cafe.barista.done'), items: (recent.data?.items ?? []).filter(it => DONE.includes(it.status)).slice(0, 8) },
      ]} />`}</${Loaded}>`;
}

const oldestFirst = orders => [...orders].sort((one, other) => one.number - other.number);

const Ticket = ({ shop, order, now }) => {
  const complete = useAction(() => patch(`${SHOPS}${shop}/productions/${order.number}`, { status: 'COMPLETED' }));
  const since = order.history.at(-1).at;
  const late = order.status === 'MAKING' && now - new Date(since) > LATE;
  return html`
    <div class="row apart"><span class="no">${order.number}</span><${Kind} type=${order.type} /></div>
    <${Lines} lines=${order.lines} />
    <div class="row apart small"><span class="soft">${order.customer}</span>
      <span class=${late ? 'late' : 'soft'}>${ago(since, now)}</span></div>
    <${Refused} refusal=${complete.refusal} />
    ${order.status === 'MAKING' && html`<${Button} main busy=${complete.busy} onClick=${complete.run}
      aria-label=${t('cafe.barista.completeOf', { number: order.number })}>${t('cafe.barista.complete')}</${Button}>`}
    ${DONE.includes(order.status) && html`<${Pill} status=${order.status} business="cafe" />`}`;
};

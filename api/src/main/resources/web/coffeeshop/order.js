// One order, with every step it took and when.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction } from '../lib/hooks.js';
import { Button, Pill, Refused } from '../components/ui.js';
import { Progress } from '../components/progress.js';
import { canCancel, SHOPS, STEPS } from './orders.js';

export const Order = ({ order }) => {
  const cancel = useAction(() => patch(`${SHOPS}${order.shop}/orders/${order.number}`, { status: 'CANCELED' }));
  return html`<article class="card stack tight" data-order=${`${order.shop}/${order.number}`}>
    <div class="row apart"><h2>${order.shop} · ${order.number}</h2><${Pill} status=${order.status} /></div>
    <p>${order.product} × ${order.quantity}</p>
    <${Progress} steps=${STEPS} history=${order.history} status=${order.status === 'OUT_OF_STOCK' ? 'REQUESTED' : order.status} label=${t('progress')} />
    ${order.status === 'OUT_OF_STOCK' && html`<p class="soft small">${t('coffeeshop.waits')}</p>`}
    <${Refused} refusal=${cancel.refusal} />
    ${canCancel(order) && html`<div><${Button} slim bad busy=${cancel.busy} onClick=${cancel.run}>${t('cancel.order')}</${Button}></div>`}
  </article>`;
};

// An order that was just placed: pay for it, or not, and watch it.
import { html } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { money } from '../lib/format.js';
import { useAction, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, Pill, Refused } from '../components/ui.js';
import { Progress } from '../components/progress.js';
import { isOver, Lines, SHOPS, stepsOf } from './orders.js';

export const Placed = ({ shop, number, onNext }) => {
  const order = useResource(`${SHOPS}${shop}/orders/${number}`, event => event.data?.number === number);
  const pay = useAction(status => patch(`${SHOPS}${shop}/payments/${number}`, { status }));
  return html`<section class="card stack" aria-label=${t('cafe.placed', { number })} data-test="placed">
    <${Loaded} of=${order}>${it => html`
      <div class="row apart"><h2>${t('cafe.placed', { number })}</h2><${Pill} status=${it.status} business="cafe" /></div>
      <p class="soft">${t('cafe.for', { customer: it.customer })}</p>
      <${Lines} lines=${it.lines} />
      <div class="row apart"><span>${t('total')}</span><span class="big">${money(it.amount)}</span></div>
      <${Progress} steps=${stepsOf(it)} history=${it.history} status=${it.status} business="cafe" label=${t('progress')} />
      <${Refused} refusal=${pay.refusal} />
      ${it.payment.status === 'PAYMENT_REQUESTED' ? html`
        <${Button} main wide busy=${pay.busy} onClick=${() => pay.run('APPROVED')}>${t('cafe.pay', { amount: money(it.amount) })}</${Button}>
        <${Button} bad disabled=${pay.busy} onClick=${() => pay.run('CANCELED')}>${t('cafe.cancel')}</${Button}>`
        : html`<p class="soft small">${isOver(it) ? '' : t('cafe.placed.wait')}</p>
          <${Button} wide onClick=${onNext}>${t('cafe.placed.next')}</${Button}>`}`}</${Loaded}>
  </section>`;
};

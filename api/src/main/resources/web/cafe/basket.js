// The basket: several lines, all of them or nothing.
import { html, useState } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { money } from '../lib/format.js';
import { useAction } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { Button, Choice, Field, Refused, Stepper } from '../components/ui.js';
import { SHOPS } from './orders.js';

export const Basket = ({ shop, items, wants, onWant, onPlaced }) => {
  const [type, setType] = useState('TAKEOUT');
  const [customer, setCustomer] = useState(setting('cafe.customer', 'HSI'));
  const lines = items.filter(item => wants[item.item]);
  const total = lines.reduce((sum, item) => sum + item.price * wants[item.item], 0);
  const order = useAction(async () => {
    const placed = await post(`${SHOPS}${shop}/orders`, {
      customer: customer.trim(), type, lines: lines.map(({ item }) => ({ item, quantity: wants[item] })),
    });
    remember('cafe.customer', placed.customer);
    onPlaced(placed);
  });
  return html`<section class="card stack" aria-label=${t('cafe.basket')}>
    <h2>${t('cafe.basket')}</h2>
    ${lines.length === 0 ? html`<p class="soft">${t('cafe.basket.empty')}</p>` : html`<ul>
      ${lines.map(item => html`<li class="line" key=${item.item}>
        <span><strong>${item.name}</strong><br /><span class="soft small">${money(item.price * wants[item.item])}</span></span>
        <${Stepper} value=${wants[item.item]} onChange=${many => onWant(item.item, many)} label=${item.name} /></li>`)}</ul>
      <${Choice} value=${type} onChange=${setType} label=${t('cafe.type')}
        options=${['TAKEOUT', 'DELIVERY'].map(it => [it, t(`cafe.${it}`)])} />
      <${Field} label=${t('cafe.customer')} value=${customer} onInput=${event => setCustomer(event.target.value)} autocomplete="nickname" />
      <div class="row apart"><span>${t('total')}</span><span class="big">${money(total)}</span></div>
      <${Refused} refusal=${order.refusal} />
      <${Button} main wide busy=${order.busy} onClick=${order.run}>${t('cafe.order')}</${Button}>`}
  </section>`;
};

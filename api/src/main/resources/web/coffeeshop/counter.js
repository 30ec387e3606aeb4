// The counter: takes every order. What isn't there yet is made as soon as it is.
import { html, useState } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction, useResource } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, None, Refused, Stepper } from '../components/ui.js';
import { Picture } from '../components/pictures.js';
import { Order } from './order.js';
import { aboutStocks, SHOPS } from './orders.js';

export default function Counter({ name: shop }) {
  const stocks = useResource(`${SHOPS}${shop}/stocks?limit=200`, aboutStocks);
  const [product, choose] = useState(null);
  const [placed, setPlaced] = useState([]);
  return html`<div class="title"><h1>${t('coffeeshop.counter.title')}</h1><p>${t('coffeeshop.counter.about')}</p></div>
    <${Loaded} of=${stocks}>${({ items }) => html`<div class="two">
      ${items.length === 0 ? html`<${None}>${t('coffeeshop.counter.empty')}</${None}>` : html`<ul class="wares" aria-label=${t('coffeeshop.products')}>
        ${items.map(it => html`<li key=${it.product}><${Ware} stock=${it} chosen=${it.product === product} onChoose=${() => choose(it.product)} /></li>`)}</ul>`}
      <div class="stack sticky">
        <${Want} shop=${shop} product=${product} onPlaced=${order => setPlaced(before => [order.number, ...before].slice(0, 3))} />
        ${placed.map(number => html`<${Watched} key=${number} shop=${shop} number=${number} />`)}
      </div></div>`}</${Loaded}>`;
}

const Ware = ({ stock, chosen, onChoose }) => html`<button type="button" class="ware" aria-pressed=${chosen ? 'true' : 'false'}
  onClick=${onChoose} data-product=${stock.product}>
  <span class="picture"><${Picture} name=${stock.product} /></span>
  <span class="words"><strong>${stock.product}</strong>
    <span class=${`small ${stock.quantity === 0 ? 'late' : 'soft'}`}>${stock.quantity === 0 ? t('coffeeshop.later') : t('left', { left: stock.quantity })}</span></span>
</button>`;

const Want = ({ shop, product, onPlaced }) => {
  const [quantity, setQuantity] = useState(1);
  const [customer, setCustomer] = useState(setting('coffeeshop.customer', 'HSI'));
  const order = useAction(async () => {
    const placed = await post(`${SHOPS}${shop}/orders`, { customer: customer.trim(), product, quantity });
    remember('coffeeshop.customer', placed.customer);
    setQuantity(1);
    onPlaced(placed);
  });
  return html`<section class="card stack" aria-label=${t('coffeeshop.want')}><h2>${product ?? t('coffeeshop.want')}</h2>
    ${product === null ? html`<p class="soft">${t('coffeeshop.choose')}</p>` : html`
      <div class="row apart"><span>${t('quantity')}</span><${Stepper} value=${quantity} min=${1} onChange=${setQuantity} label=${t('quantity')} /></div>
      <${Field} label=${t('customer')} value=${customer} onInput=${event => setCustomer(event.target.value)} />
      <${Refused} refusal=${order.refusal} />
      <${Button} main wide busy=${order.busy} onClick=${order.run}>${t('coffeeshop.order')}</${Button}>`}</section>`;
};

const Watched = ({ shop, number }) => {
  const order = useResource(`${SHOPS}${shop}/orders/${number}`, event => event.data?.number === number);
  return html`<${Loaded} of=${order}>${it => html`<${Order} order=${it} />`}</${Loaded}>`;
};

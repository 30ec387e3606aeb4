// The warehouse: what is on stock, what is waited for, and what comes in.
import { html } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { number } from '../lib/format.js';
import { useAction, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, Form, None, Refused } from '../components/ui.js';
import { SHOPS } from './orders.js';

export default function Warehouse({ name: shop }) {
  const stocks = useResource(`${SHOPS}${shop}/stocks?limit=200`);
  const short = useResource(`${SHOPS}${shop}/orders?status=OUT_OF_STOCK&limit=200`);
  const waiting = useResource(`${SHOPS}${shop}/orders?status=REQUESTED&limit=200`);
  const wanted = product => [...(short.data?.items ?? []), ...(waiting.data?.items ?? [])]
    .filter(it => it.product === product).reduce((sum, it) => sum + it.quantity, 0);
  return html`<div class="title"><h1>${t('coffeeshop.warehouse.title')}</h1><p>${t('coffeeshop.warehouse.about')}</p></div>
    <div class="two">
      <section class="card"><${Loaded} of=${stocks}>${({ items }) => (items.length === 0 ? html`<${None}>${t('coffeeshop.warehouse.empty')}</${None}>`
        : html`<div class="scroll"><table><thead><tr><th scope="col">${t('coffeeshop.product')}</th><th scope="col" class="right">${t('stock')}</th>
          <th scope="col" class="right">${t('coffeeshop.wanted')}</th><th scope="col"><span class="hidden">${t('actions')}</span></th></tr></thead>
          <tbody>${items.map(it => html`<${Line} key=${it.product} shop=${shop} stock=${it} wanted=${wanted(it.product)} />`)}</tbody></table></div>`)}</${Loaded}></section>
      <${Add} shop=${shop} />
    </div>`;
}

const Line = ({ shop, stock, wanted }) => {
  const restock = useAction(quantity => post(`${SHOPS}${shop}/stocks/${stock.product}/restocks`, { quantity }));
  return html`<tr data-product=${stock.product}><td><strong>${stock.product}</strong><${Refused} refusal=${restock.refusal} /></td>
    <td class="right strong">${number(stock.quantity)}</td>
    <td class=${`right ${wanted > stock.quantity ? 'late' : 'soft'}`}>${number(wanted)}</td>
    <td><div class="row"><span class="grow"></span>${[1, 10, 100].map(many => html`<${Button} slim key=${many} busy=${restock.busy} onClick=${() => restock.run(many)}
      aria-label=${t('restock.of', { name: stock.product, many })}>+${many}</${Button}>`)}</div></td></tr>`;
};

const Add = ({ shop }) => {
  const add = useAction(given => post(`${SHOPS}${shop}/stocks`, given));
  return html`<section class="card stack tight"><h2>${t('coffeeshop.add')}</h2>
    <${Form} onSubmit=${add.run}>
      <${Field} label=${t('coffeeshop.product')} name="product" required pattern="[a-z0-9][a-z0-9\\-]{0,39}" placeholder="latte" />
      <${Field} label=${t('quantity')} name="quantity" type="number" min="0" max="1000000" required />
      <button class="button main" aria-busy=${add.busy ? 'true' : null}>${t('coffeeshop.add.do')}</button></${Form}>
    <${Refused} refusal=${add.refusal} /></section>`;
};

// What was sold and for how much, per item, over the window one chooses.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { clock, money, moment, number } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Choice, None } from '../components/ui.js';
import { Bars } from '../components/bars.js';
import { aboutOrders, SHOPS } from './orders.js';

const PERS = ['5m', '1h', '1d'];

export const Sales = ({ shop, names }) => {
  const [per, setPer] = useState('1d');
  const sales = useResource(`${SHOPS}${shop}/sales?per=${per}&limit=200`, aboutOrders);
  return html`<section class="card stack" aria-label=${t('cafe.sales')}>
    <div class="row apart"><h2>${t('cafe.sales')}</h2>
      <${Choice} value=${per} onChange=${setPer} label=${t('cafe.sales.per')} options=${PERS.map(it => [it, t(`cafe.sales.${it}`)])} /></div>
    <${Loaded} of=${sales}>${({ items }) => {
      const newest = items[0]?.from;
      const lines = items.filter(it => it.from === newest).sort((one, other) => other.amount - one.amount);
      if (lines.length === 0) return html`<${None}>${t('cafe.sales.none')}</${None}>`;
      const sum = lines.reduce((all, it) => all + it.amount, 0);
      return html`<div class="row apart"><span class="soft">${per === '1d' ? moment(newest) : clock(newest)} –</span>
          <span class="big">${money(sum)}</span></div>
        <${Bars} label=${t('cafe.sales')} items=${lines.map(it => ({ key: it.item, name: names[it.item] ?? it.item, value: it.amount,
          words: `${money(it.amount)} · ${number(it.quantity)}` }))} />`;
    }}</${Loaded}></section>`;
};

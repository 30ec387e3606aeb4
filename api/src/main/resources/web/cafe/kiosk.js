// The kiosk: what there is, a basket, and an order that is paid on the spot and followed until it is ready.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { money } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { None } from '../components/ui.js';
import { Picture } from '../components/pictures.js';
import { Basket } from './basket.js';
import { Placed } from './placed.js';
import { aboutMenu, SHOPS } from './orders.js';

export default function Kiosk({ name: shop }) {
  const menu = useResource(`${SHOPS}${shop}/menu?limit=200`, aboutMenu);
  const [wants, setWants] = useState({});
  const [placed, setPlaced] = useState(null);
  const want = (item, quantity) => setWants(before => {
    const { [item]: _, ...others } = before;
    return quantity > 0 ? { ...others, [item]: quantity } : others;
  });
  const done = order => {
    setWants({});
    setPlaced(order.number);
  };
  return html`<div class="title"><h1>${t('cafe.kiosk.title')}</h1><p>${t('cafe.kiosk.about')}</p></div>
    <${Loaded} of=${menu}>${({ items }) => html`<div class="two">
      ${items.length === 0 ? html`<${None}>${t('cafe.kiosk.empty')}</${None}>` : html`<ul class="wares" aria-label=${t('cafe.menu')}>
        ${items.map(item => html`<li key=${item.item}><${Ware} item=${item} many=${wants[item.item] ?? 0}
          onWant=${() => want(item.item, (wants[item.item] ?? 0) + 1)} /></li>`)}</ul>`}
      <${ToBasket} items=${items} wants=${wants} />
      <div class="sticky" id="basket" tabindex="-1">
        ${placed === null ? html`<${Basket} shop=${shop} items=${items} wants=${wants} onWant=${want} onPlaced=${done} />`
          : html`<${Placed} shop=${shop} number=${placed} onNext=${() => setPlaced(null)} />`}
      </div></div>`}</${Loaded}>`;
}

/** On a phone the basket is below the menu: this leads there. */
const ToBasket = ({ items, wants }) => {
  const chosen = items.filter(item => wants[item.item]);
  return chosen.length > 0 && html`<button type="button" class="button main wide tobasket"
    onClick=${() => document.getElementById('basket').scrollIntoView({ behavior: 'smooth' })}>
    ${t('cafe.basket')} · ${money(chosen.reduce((sum, item) => sum + item.price * wants[item.item], 0))}</button>`;
};

/** One thing on the menu, with what is left of it. */
const Ware = ({ item, many, onWant }) => {
  const left = item.stock - many;
  return html`<button type="button" class="ware" disabled=${left <= 0} onClick=${onWant} data-item=${item.item}>
    <span class="picture"><${Picture} name=${`${item.item} ${item.name}`} /></span>
    <span class="words"><strong>${item.name}</strong><span>${money(item.price)}</span>
      <span class=${`small ${item.stock <= 5 ? 'late' : 'soft'}`}>${item.stock === 0 ? t('soldout') : t('left', { left: item.stock })}</span></span>
    ${many > 0 && html`<span class="many" aria-label=${t('cafe.basket.has', { many })}>${many}</span>`}
  </button>`;
};

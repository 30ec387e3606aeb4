// One item of the menu as its owner sees it: price, stock, restock, and gone.
import { html, useState } from '../vendor/preact.js';
import { patch, post, remove } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { money, number } from '../lib/format.js';
import { useAction } from '../lib/hooks.js';
import { Button, Dialog, Field, Refused } from '../components/ui.js';
import { SHOPS } from './orders.js';

const LITTLE = 5;

export const MenuLine = ({ shop, item }) => {
  const [open, setOpen] = useState(false);
  const path = `${SHOPS}${shop}/menu/${item.item}`;
  const restock = useAction(quantity => post(`${path}/restocks`, { quantity }));
  return html`<tr data-item=${item.item}>
    <td><strong>${item.name}</strong><br /><span class="soft small">${item.item}</span><${Refused} refusal=${restock.refusal} /></td>
    <td class="right">${money(item.price)}</td>
    <td class=${`right strong ${item.stock <= LITTLE ? 'late' : ''}`}>${number(item.stock)}</td>
    <td class="right"><span class="row"><span class="grow"></span>
      <${Button} slim busy=${restock.busy} onClick=${() => restock.run(10)} aria-label=${t('restock.of', { name: item.name, many: 10 })}>+10</${Button}>
      <${Button} slim onClick=${() => setOpen(true)} aria-label=${t('change.of', { name: item.name })}>${t('change')}</${Button}></span>
      ${open && html`<${Change} path=${path} item=${item} onClose=${() => setOpen(false)} />`}</td>
  </tr>`;
};

const Change = ({ path, item, onClose }) => {
  const [price, setPrice] = useState(item.price);
  const [many, setMany] = useState(50);
  const act = useAction(async work => {
    await work();
    onClose();
  });
  return html`<${Dialog} title=${item.name} onClose=${onClose}>
    <form class="row" onSubmit=${event => { event.preventDefault(); act.run(() => patch(path, { price: Number(price) })); }}>
      <div class="grow"><${Field} label=${t('cafe.price')} type="number" min="0" max="10000000" required value=${price} onInput=${event => setPrice(event.target.value)} /></div>
      <button class="button main">${t('save')}</button></form>
    <form class="row" onSubmit=${event => { event.preventDefault(); act.run(() => post(`${path}/restocks`, { quantity: Number(many) })); }}>
      <div class="grow"><${Field} label=${t('restock')} type="number" min="1" max="10000" required value=${many} onInput=${event => setMany(event.target.value)} /></div>
      <button class="button main">${t('add')}</button></form>
    <${Refused} refusal=${act.refusal} />
    <p class="soft small">${t('cafe.remove.about')}</p>
    <div class="row apart"><${Button} bad busy=${act.busy} onClick=${() => act.run(() => remove(path))}>${t('cafe.remove')}</${Button}>
      <${Button} onClick=${onClose}>${t('close')}</${Button}></div>
  </${Dialog}>`;
};

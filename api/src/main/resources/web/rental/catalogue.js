// The catalogue: what can be lent, and an order for it.
import { html, useState } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction, useResource } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, None, Pill, Refused, Stepper } from '../components/ui.js';
import { DEPOTS } from './orders.js';
import { Tool } from './tool.js';

export default function Catalogue({ name: depot }) {
  const equipment = useResource(`${DEPOTS}${depot}/equipment?limit=200`);
  const house = useResource(`${DEPOTS}${depot}`, event => event.type === 'HouseRulesSet');
  const [employee, setEmployee] = useState(setting('rental.employee', 'kim'));
  return html`<div class="title"><h1>${t('rental.catalogue.title')}</h1>
      ${house.data && html`<p>${t(`rental.approval.${house.data.approval}.about`)}</p>`}</div>
    <div class="stack"><div class="fields"><${Field} label=${t('rental.employee')} value=${employee}
      onInput=${event => setEmployee(event.target.value)} onChange=${() => remember('rental.employee', employee)} /><span></span><span></span></div>
    <${Loaded} of=${equipment}>${({ items }) => (items.length === 0 ? html`<${None}>${t('rental.catalogue.empty')}</${None}>`
      : html`<ul class="wares roomy">${items.map(it => html`<li key=${it.equipment}><${Ware} depot=${depot} it=${it} employee=${employee.trim()} /></li>`)}</ul>`)}</${Loaded}></div>`;
}

const Ware = ({ depot, it, employee }) => {
  const [quantity, setQuantity] = useState(1);
  const order = useAction(() => post(`${DEPOTS}${depot}/orders`, { employee, equipment: it.equipment, quantity }));
  const [done, setDone] = useState(null);
  const run = async () => {
    setDone(null);
    setDone((await order.run()) ?? null);
  };
  return html`<article class="ware still" data-equipment=${it.equipment} aria-label=${it.name}>
    <span class="picture"><${Tool} name=${`${it.equipment} ${it.category ?? ''} ${it.name}`} /></span>
    <div class="words"><span class="row apart"><strong>${it.name}</strong>${it.category && html`<span class="pill">${it.category}</span>`}</span>
      <span class=${`small ${it.stock === 0 ? 'late' : 'soft'}`}>${t('rental.onHand', { stock: it.stock, lent: it.lent })}</span>
      <div class="row apart"><${Stepper} value=${quantity} min=${1} onChange=${setQuantity} label=${t('quantity')} />
        <${Button} slim main busy=${order.busy} onClick=${run} aria-label=${t('rental.lend.of', { name: it.name })}>${t('rental.lend')}</${Button}></div>
      <${Refused} refusal=${order.refusal} />
      ${done && html`<p class="small" role="status">${t('rental.placed', { number: done.number })} <${Pill} status=${done.status} /></p>`}</div>
  </article>`;
};

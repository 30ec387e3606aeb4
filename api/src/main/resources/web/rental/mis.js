// The management's page: what is on hand, lent and waited for, every order, and what comes in.
import { html } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { moment, number } from '../lib/format.js';
import { useAction, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, Form, None, Pill, Refused } from '../components/ui.js';
import { DEPOTS } from './orders.js';

export default function Mis({ name: depot }) {
  const mis = useResource(`${DEPOTS}${depot}/mis?limit=100`);
  return html`<div class="title"><h1>${t('rental.mis.title')}</h1><p>${t('rental.mis.about')}</p></div>
    <${Loaded} of=${mis}>${({ orders, totals }) => html`<div class="two"><div class="stack">
      <section class="card stack tight" aria-label=${t('rental.totals')}><h2>${t('rental.totals')}</h2>
        ${totals.length === 0 ? html`<${None}>${t('rental.catalogue.empty')}</${None}>` : html`<div class="scroll"><table>
          <thead><tr><th scope="col">${t('rental.equipment')}</th>${['onHand', 'lent', 'waiting'].map(it => html`<th scope="col" class="right" key=${it}>${t(`rental.total.${it}`)}</th>`)}
            <th scope="col"><span class="hidden">${t('actions')}</span></th></tr></thead>
          <tbody>${totals.map(it => html`<${Total} key=${it.equipment} depot=${depot} it=${it} />`)}</tbody></table></div>`}</section>
      <section class="card stack tight" aria-label=${t('orders')}><h2>${t('orders')}</h2>
        ${orders.length === 0 ? html`<${None}>${t('orders.none')}</${None}>` : html`<div class="scroll" tabindex="0"><table>
          <thead><tr>${['number', 'employee', 'equipment'].map(it => html`<th scope="col" key=${it}>${t(`rental.${it}`)}</th>`)}
            <th scope="col" class="right">${t('quantity')}</th><th scope="col">${t('status')}</th><th scope="col">${t('when')}</th></tr></thead>
          <tbody>${orders.map(it => html`<tr key=${it.number}><td class="strong">${it.number}</td><td>${it.employee}</td><td>${it.name}</td>
            <td class="right">${number(it.quantity)}</td><td><${Pill} status=${it.status} /></td><td class="soft small">${moment(it.updatedAt)}</td></tr>`)}</tbody></table></div>`}</section></div>
      <${Register} depot=${depot} /></div>`}</${Loaded}>`;
}

const Total = ({ depot, it }) => {
  const restock = useAction(() => post(`${DEPOTS}${depot}/equipment/${it.equipment}/restocks`, { quantity: 1 }));
  return html`<tr data-equipment=${it.equipment}><td><strong>${it.name}</strong><br /><span class="soft small">${it.equipment}</span><${Refused} refusal=${restock.refusal} /></td>
    <td class="right strong">${number(it.onHand)}</td><td class="right">${number(it.lent)}</td>
    <td class=${`right ${it.waiting > it.onHand ? 'late' : ''}`}>${number(it.waiting)}</td>
    <td class="right"><${Button} slim busy=${restock.busy} onClick=${restock.run} aria-label=${t('restock.of', { name: it.name, many: 1 })}>+1</${Button}></td></tr>`;
};

const Register = ({ depot }) => {
  const register = useAction(given => post(`${DEPOTS}${depot}/equipment`, given));
  return html`<section class="card stack tight"><h2>${t('rental.register')}</h2>
    <${Form} onSubmit=${register.run}>
      <${Field} label=${t('rental.code')} name="equipment" required pattern="[a-z0-9][a-z0-9\\-]{0,39}" placeholder="laptop-14" />
      <${Field} label=${t('rental.name')} name="name" required maxlength="100" />
      <${Field} label=${t('rental.category')} name="category" maxlength="100" />
      <${Field} label=${t('stock')} name="stock" type="number" min="0" max="1000000" required />
      <button class="button main" aria-busy=${register.busy ? 'true' : null}>${t('rental.register.do')}</button></${Form}>
    <${Refused} refusal=${register.refusal} /></section>`;
};

// What the café's pages know of an order in common.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';

export const SHOPS = '/cafe/shops/';
export const OPEN = ['REQUESTED', 'MAKING'];

/** The usual way of an order, by how the customer gets it. */
export const stepsOf = order => (order.type === 'DELIVERY'
  ? ['REQUESTED', 'MAKING', 'DELIVERY_IN_PROGRESS', 'DELIVERY_COMPLETED']
  : ['REQUESTED', 'MAKING', 'COMPLETED']);

export const isOver = order => ['CANCELED', 'FORCE_CANCELED'].includes(order.status) || order.status === stepsOf(order).at(-1);

export const Lines = ({ lines }) => html`<ul class="things">
  ${lines.map(line => html`<li key=${line.item}><span>${line.name}</span><strong>× ${line.quantity}</strong></li>`)}</ul>`;

export const Kind = ({ type }) => html`<span class="pill">${t(`cafe.${type}`)}</span>`;

/** Orders by number, newest first; what follows from them needs no other list. */
export const aboutOrders = event => 'number' in (event.data ?? {});
export const aboutMenu = event => event.type.startsWith('Item') || event.type === 'OrderPlaced' || event.type === 'OrderCanceled';

// Bars with their words: a chart that can be read out.
import { html } from '../vendor/preact.js';

export const Bars = ({ items, label }) => {
  const most = Math.max(1, ...items.map(it => it.value));
  return html`<ul class="bars" aria-label=${label}>${items.map(it => html`<li key=${it.key}>
    <span>${it.name}</span><i style=${`width:${Math.max(0, (it.value / most) * 100)}%`}></i><strong class="small">${it.words}</strong></li>`)}</ul>`;
};

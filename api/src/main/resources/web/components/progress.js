// How far something is on its way, as a line of steps.
import { html } from '../vendor/preact.js';
import { clock } from '../lib/format.js';
import { statusWord } from './ui.js';

/** `steps` are the statuses of the usual way; `history` says which were reached, and when. */
export const Progress = ({ steps, history, status, business, label }) => {
  const reached = new Map(history.map(step => [step.status, step.at]));
  const on = steps.includes(status);
  const here = steps.indexOf(status);
  return html`<ol class=${`progress ${on ? '' : 'ended'}`} aria-label=${label}>
    ${steps.map((step, i) => {
      const state = on ? (i < here || (i === here && i === steps.length - 1) ? 'done' : i === here ? 'here' : '')
        : reached.has(step) ? 'done' : '';
      return html`<li key=${step} class=${state} aria-current=${i === here ? 'step' : null}>
        <span>${statusWord(step, business)}</span>
        <span class="soft">${reached.has(step) ? clock(reached.get(step)) : ''}</span></li>`;
    })}</ol>`;
};

// What the riders' pages know of a delivery in common.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { statusWord } from '../components/ui.js';

export const ZONES = '/riders/zones/';
export const STEPS = ['CALLED', 'ACCEPTED', 'PICKED', 'COMPLETED'];
const FAR = { CALLED: 4, ACCEPTED: 20, PICKED: 62, COMPLETED: 96, CANCELED: 4 };

/** The way from the restaurant to the door, and where the rider is on it, as far as we were told. */
export const Way = ({ delivery }) => html`<div class=${`way ${delivery.status.toLowerCase()}`}>
  <span class="strong">${delivery.restaurant}</span>
  <span class="track" role="img" aria-label=${t('riders.way', { status: statusWord(delivery.status) })}><i style=${`left:${FAR[delivery.status]}%`}></i></span>
  <span>${delivery.destination}</span></div>`;

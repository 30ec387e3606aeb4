// A restaurant's page: call a rider, follow the deliveries, know what they cost.
import { html } from '../vendor/preact.js';
import { patch, post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago, money, number } from '../lib/format.js';
import { useAction, useClock, useEvents, useResource } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, Form, None, Pill, Refused } from '../components/ui.js';
import { toast } from '../components/toasts.js';
import { Way, ZONES } from './deliveries.js';

const OPEN = ['CALLED', 'ACCEPTED', 'PICKED'];

export default function Restaurant({ name: restaurant }) {
  const page = useResource(`/riders/restaurants/${encodeURIComponent(restaurant)}`, () => true);
  const now = useClock(5000);
  useEvents(event => event.type === 'notice' && toast(event.message));
  return html`<div class="title"><h1>${t('riders.restaurant.title', { restaurant })}</h1><p>${t('riders.restaurant.about')}</p></div>
    <${Loaded} of=${page}>${it => html`<div class="two"><section class="stack tight" aria-label=${t('riders.deliveries')}>
      ${it.deliveries.length === 0 && html`<${None}>${t('riders.restaurant.none')}</${None}>`}
      <ul class="tickets">${it.deliveries.slice(0, 30).map(one => html`<li class="ticket" key=${`${one.zone}/${one.number}`}><${Sent} it=${one} now=${now} /></li>`)}</ul></section>
      <div class="stack"><${Call} restaurant=${restaurant} />
        <section class="card" aria-label=${t('riders.costs')}><dl class="facts">
          ${[['called', number], ['completed', number], ['cost', money], ['outstanding', money]].map(([what, say]) => html`<div key=${what}>
            <dt>${t(`riders.sum.${what}`)}</dt><dd class="big">${say(it[what])}</dd></div>`)}</dl></section></div></div>`}</${Loaded}>`;
}

const Call = ({ restaurant }) => {
  const zone = setting('riders.desk', 'mapo');
  const call = useAction(async ({ zone: where, ...given }) => {
    remember('riders.desk', where);
    return post(`${ZONES}${where}/deliveries`, { restaurant, ...given });
  });
  return html`<section class="card stack tight"><h2>${t('riders.call')}</h2><${Form} onSubmit=${call.run}>
    <${Field} label=${t('riders.destination')} name="destination" required maxlength="200" />
    <${Field} label=${t('riders.cost')} name="cost" type="number" min="1" max="1000000000" required />
    <${Field} label=${t('desk.riders')} name="zone" defaultValue=${zone} required pattern="[a-z0-9][a-z0-9\\-]{0,39}" />
    <button class="button main" aria-busy=${call.busy ? 'true' : null}>${t('riders.call.do')}</button></${Form}>
    <${Refused} refusal=${call.refusal} /></section>`;
};

const Sent = ({ it, now }) => {
  const cancel = useAction(() => patch(`${ZONES}${it.zone}/deliveries/${it.number}`, { status: 'CANCELED' }));
  return html`<div class="row apart"><span class="row"><span class="no">${it.number}</span><${Pill} status=${it.status} />${it.rider && html`<strong>${it.rider}</strong>`}</span>
      <span class="soft small">${money(it.cost)} · ${ago(it.updatedAt, now)}</span></div>
    ${OPEN.includes(it.status) && html`<${Way} delivery=${it} />`}
    ${!OPEN.includes(it.status) && html`<span>${it.destination}</span>`}
    <${Refused} refusal=${cancel.refusal} />
    ${['CALLED', 'ACCEPTED'].includes(it.status) && html`<div><${Button} slim bad busy=${cancel.busy} onClick=${cancel.run}
      aria-label=${t('riders.cancel.of', { number: it.number })}>${t('riders.cancel')}</${Button}></div>`}`;
};

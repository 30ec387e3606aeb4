// The rider's phone: open calls to take with one thumb, what is being carried, what was earned.
import { html, useState } from '../vendor/preact.js';
import { patch } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago, money } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { useMoves } from '../components/board.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, None, Pill, Refused } from '../components/ui.js';
import { Way, ZONES } from './deliveries.js';

const NEXT = { ACCEPTED: 'PICKED', PICKED: 'COMPLETED' };

export default function Ride({ name: zone }) {
  const [rider, setRider] = useState(setting('riders.rider', 'han'));
  const mine = useResource(`/riders/riders/${encodeURIComponent(rider)}`);
  const calls = useResource(`${ZONES}${zone}/calls?limit=50`);
  const now = useClock(5000);
  const box = useMoves();
  const rename = event => {
    if (!event.target.value.trim() || !event.target.checkValidity()) return;
    remember('riders.rider', event.target.value.trim());
    setRider(event.target.value.trim());
  };
  return html`<h1 class="hidden">${t('riders.role.ride')}</h1><div class="phone stack">
    <${Loaded} of=${mine}>${page => html`<section class="card earned" aria-label=${t('riders.earned')}>
      <${Field} label=${t('riders.rider')} key=${rider} defaultValue=${rider} onChange=${rename} pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]{0,63}" />
      <div class="row apart"><span>${t('riders.today')}</span><span class="big" data-test="today">${money(page.earnedToday)}</span></div>
      <div class="row apart soft small"><span>${t('riders.done', { done: page.done })}</span><span>${t('riders.all', { earned: money(page.earned) })}</span></div></section>`}</${Loaded}>
    <div class="stack" ref=${box}>
    <section class="stack tight" aria-label=${t('riders.carrying')}><h2>${t('riders.carrying')}</h2>
      <ul class="tickets">${(mine.data?.current ?? []).map(it => html`<li class="ticket" key=${it.number} data-key=${`${it.zone}/${it.number}`}>
        <${Carried} it=${it} rider=${rider} /></li>`)}</ul>
      ${mine.data?.current.length === 0 && html`<p class="soft">${t('riders.carrying.none')}</p>`}</section>
    <section class="stack tight" aria-label=${t('riders.calls')}><h2>${t('riders.calls')}</h2>
      <${Loaded} of=${calls}>${({ items }) => (items.length === 0 ? html`<${None}>${t('riders.calls.none')}</${None}>`
        : html`<ul class="tickets">${items.map(it => html`<li class="ticket" key=${it.number} data-key=${`${zone}/${it.number}`}>
          <${Call} it=${it} zone=${zone} rider=${rider} now=${now} /></li>`)}</ul>`)}</${Loaded}></section></div></div>`;
}

const Call = ({ it, zone, rider, now }) => {
  const accept = useAction(() => patch(`${ZONES}${zone}/deliveries/${it.number}`, { status: 'ACCEPTED', rider }));
  return html`<div class="row apart"><span class="soft small">${it.number} · ${ago(it.calledAt, now)}</span><span class="big">${money(it.cost)}</span></div>
    <${Way} delivery=${{ ...it, status: 'CALLED' }} />
    <${Refused} refusal=${accept.refusal} />
    <${Button} main wide busy=${accept.busy} onClick=${accept.run} aria-label=${t('riders.accept.of', { number: it.number })}>${t('riders.accept')}</${Button}>`;
};

const Carried = ({ it, rider }) => {
  const next = NEXT[it.status];
  const step = useAction(() => patch(`${ZONES}${it.zone}/deliveries/${it.number}`, { status: next, rider }));
  return html`<div class="row apart"><span class="row"><span class="no">${it.number}</span><${Pill} status=${it.status} /></span><strong>${money(it.cost)}</strong></div>
    <${Way} delivery=${it} />
    <${Refused} refusal=${step.refusal} />
    <${Button} main wide busy=${step.busy} onClick=${step.run} aria-label=${t('riders.step.of', { number: it.number, step: t(`riders.step.${next}`) })}>${t(`riders.step.${next}`)}</${Button}>`;
};

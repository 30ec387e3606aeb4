// The manager's page: how approvals are given here, and those that wait for a word.
import { html, useState } from '../vendor/preact.js';
import { patch, put } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { remember, setting } from '../lib/settings.js';
import { Loaded } from '../components/loaded.js';
import { Button, Choice, Field, None, Pill, Refused } from '../components/ui.js';
import { useMoves } from '../components/board.js';
import { DEPOTS } from './orders.js';

const MODES = ['AUTO', 'MANAGER', 'PAUSED'];

export default function Approvals({ name: depot }) {
  const waiting = useResource(`${DEPOTS}${depot}/approvals?status=REQUESTED&limit=200`);
  const all = useResource(`${DEPOTS}${depot}/approvals?limit=30`);
  const [by, setBy] = useState(setting('rental.manager', 'boss'));
  const now = useClock(10_000);
  const box = useMoves();
  return html`<div class="title"><h1>${t('rental.approvals.title')}</h1><p>${t('rental.approvals.about')}</p></div>
    <div class="two"><section class="stack" aria-label=${t('rental.approvals.waiting')} ref=${box}>
      <h2>${t('rental.approvals.waiting')}</h2>
      <${Loaded} of=${waiting}>${({ items }) => (items.length === 0 ? html`<${None}>${t('rental.approvals.none')}</${None}>`
        : html`<ul class="tickets">${[...items].reverse().map(it => html`<li class="ticket" key=${it.number} data-key=${it.number}>
          <${Decide} depot=${depot} it=${it} by=${by.trim()} now=${now} /></li>`)}</ul>`)}</${Loaded}></section>
      <div class="stack"><${Mode} depot=${depot} />
        <section class="card stack tight"><${Field} label=${t('rental.manager')} value=${by} onInput=${event => setBy(event.target.value)}
          onChange=${() => remember('rental.manager', by)} /></section>
        <section class="card stack tight" aria-label=${t('rental.approvals.past')}><h2>${t('rental.approvals.past')}</h2>
          <ul>${(all.data?.items ?? []).filter(it => it.status !== 'REQUESTED').slice(0, 10).map(it => html`<li class="line" key=${it.number}>
            <span><strong>${it.number}</strong> ${it.employee} · ${it.equipment} × ${it.quantity}</span><${Pill} status=${it.status} /></li>`)}</ul></section></div>
    </div>`;
}

const Decide = ({ depot, it, by, now }) => {
  const decide = useAction(status => patch(`${DEPOTS}${depot}/approvals/${it.number}`, { status, by }));
  return html`<div class="row apart"><span class="row"><span class="no">${it.number}</span><strong>${it.employee}</strong></span>
      <span class="soft small">${ago(it.updatedAt, now)}</span></div>
    <span>${it.equipment} × ${it.quantity}</span>
    <${Refused} refusal=${decide.refusal} />
    <div class="row"><${Button} main busy=${decide.busy} onClick=${() => decide.run('APPROVED')}
        aria-label=${t('rental.approve.of', { number: it.number })}>${t('rental.approve')}</${Button}>
      <${Button} bad disabled=${decide.busy} onClick=${() => decide.run('REJECTED')}
        aria-label=${t('rental.reject.of', { number: it.number })}>${t('rental.reject')}</${Button}></div>`;
};

const Mode = ({ depot }) => {
  const house = useResource(`${DEPOTS}${depot}`, event => event.type === 'HouseRulesSet');
  const set = useAction(rules => put(`${DEPOTS}${depot}`, rules));
  return html`<section class="card stack tight"><h2>${t('rental.approval')}</h2><${Loaded} of=${house}>${({ name, approval }) => html`
    <${Choice} value=${approval} label=${t('rental.approval')} disabled=${set.busy} options=${MODES.map(it => [it, t(`rental.approval.${it}`)])}
      onChange=${it => set.run({ ...(name && { name }), approval: it })} />
    <p class="soft small">${t(`rental.approval.${approval}.about`)}</p><${Refused} refusal=${set.refusal} />`}</${Loaded}></section>`;
};

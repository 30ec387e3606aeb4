// The dispatcher's list: every delivery under way, drawn on its way, and who carries how much.
import { html } from '../vendor/preact.js';
import { put } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ago, money } from '../lib/format.js';
import { useAction, useClock, useResource } from '../lib/hooks.js';
import { useMoves } from '../components/board.js';
import { Loaded } from '../components/loaded.js';
import { None, Pill, Refused, Stepper } from '../components/ui.js';
import { Way, ZONES } from './deliveries.js';

export default function Dispatch({ name: zone }) {
  const open = ['CALLED', 'ACCEPTED', 'PICKED'].map(status => useResource(`${ZONES}${zone}/deliveries?status=${status}&limit=100`));
  const recent = useResource(`${ZONES}${zone}/deliveries?limit=40`);
  const now = useClock(5000);
  const box = useMoves();
  const under = open.flatMap(it => it.data?.items ?? []).sort((one, other) => one.number - other.number);
  const loads = Object.entries(Object.groupBy(under.filter(it => it.rider), it => it.rider));
  return html`<div class="title"><h1>${t('riders.dispatch.title')}</h1><p>${t('riders.dispatch.about')}</p></div>
    <div class="two"><section class="stack tight" ref=${box} aria-label=${t('riders.dispatch.under')}>
      <${Loaded} of=${open[0]}>${() => (under.length === 0 ? html`<${None}>${t('riders.dispatch.none')}</${None}>`
        : html`<ul class="tickets">${under.map(it => html`<li class="ticket" key=${it.number} data-key=${it.number}>
          <div class="row apart"><span class="row"><span class="no">${it.number}</span><${Pill} status=${it.status} />
              ${it.rider && html`<strong>${it.rider}</strong>`}</span>
            <span class="soft small">${money(it.cost)} · ${ago(it.calledAt, now)}</span></div>
          <${Way} delivery=${it} /></li>`)}</ul>`)}</${Loaded}></section>
      <div class="stack">
        <section class="card stack tight" aria-label=${t('riders.loads')}><h2>${t('riders.loads')}</h2>
          ${loads.length === 0 ? html`<p class="soft">${t('riders.loads.none')}</p>` : html`<ul>${loads.map(([rider, all]) => html`<li class="line" key=${rider}>
            <strong>${rider}</strong><span class="pill busy">${all.length}</span></li>`)}</ul>`}
          <${Most} zone=${zone} /></section>
        <section class="card stack tight" aria-label=${t('riders.recent')}><h2>${t('riders.recent')}</h2>
          <ul>${(recent.data?.items ?? []).filter(it => ['COMPLETED', 'CANCELED'].includes(it.status)).slice(0, 10).map(it => html`<li class="line" key=${it.number}>
            <span><strong>${it.number}</strong> ${it.restaurant} → ${it.destination}<br /><span class="soft small">${it.rider ?? ''} ${ago(it.updatedAt, now)}</span></span>
            <span class="right"><${Pill} status=${it.status} /><br /><strong class="small">${money(it.settled)}</strong></span></li>`)}</ul></section></div>
    </div>`;
}

const Most = ({ zone }) => {
  const house = useResource(`${ZONES}${zone}`, event => event.type === 'HouseRulesSet');
  const set = useAction(rules => put(`${ZONES}${zone}`, rules));
  return house.data && html`<div class="row apart"><span>${t('riders.most')}</span>
    <${Stepper} value=${house.data.maxActive} min=${1} max=${20} label=${t('riders.most')} onChange=${maxActive =>
      set.run({ ...(house.data.name && { name: house.data.name }), timeZone: house.data.timeZone, maxActive })} /></div><${Refused} refusal=${set.refusal} />`;
};

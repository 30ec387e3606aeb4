// The backbone at work: whether it adds up, how much goes through, how it is made, and one command followed.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { number } from '../lib/format.js';
import { useAgain, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Choice } from '../components/ui.js';
import { Graph } from './graph.js';
import { useMetrics } from './metrics.js';
import { Owners } from './owners.js';
import { Plot } from './plot.js';
import { Quarantine } from './quarantine.js';
import { Ticker } from './ticker.js';

export default function Backbone() {
  const { now, history } = useMetrics();
  return html`<div class="title"><h1>${t('backbone.title')}</h1><p>${t('backbone.about')}</p></div>
    <div class="stack">
      <${Audit} now=${now} />
      <section class="card stack tight" aria-label=${t('backbone.plot')}><h2>${t('backbone.plot')}</h2><${Plot} history=${history} /></section>
      <${Topologies} figures=${now} />
      <${Ticker} />
      <${Quarantine} />
      <${Owners} />
      <${Parts} />
    </div>`;
}

const Audit = ({ now }) => {
  const audit = useResource('/audit?limit=5');
  useAgain(audit);
  return html`<section class="card" aria-label=${t('backbone.audit')}><${Loaded} of=${audit}>${it => html`<div class="stack">
    <dl class="facts"><div><dt>${t('audit.checked')}</dt><dd class="big" data-test="checked">${number(it.checked)}</dd></div>
      <div><dt>${t('audit.violations')}</dt><dd class=${`big ${it.violations > 0 ? 'late' : ''}`} data-test="violations">${number(it.violations)}</dd></div>
      <div><dt>${t('backbone.waiting')}</dt><dd class="big">${now ? number(now.waiting) : '—'}</dd></div>
      <div><dt>${t('backbone.listeners')}</dt><dd class="big">${now ? number(now.listeners) : '—'}</dd></div></dl>
    <ul class="row">${Object.entries(it.businesses).map(([name, one]) => html`<li key=${name} class=${`pill ${one.violations > 0 ? 'bad' : 'good'}`}>
      ${name} ${number(one.checked)} · ${number(one.violations)}</li>`)}</ul>
    ${it.items.length > 0 && html`<ul>${it.items.map((one, i) => html`<li key=${i} class="refused">${Object.values(one).join(' · ')}</li>`)}</ul>`}</div>`}</${Loaded}></section>`;
};

const Topologies = ({ figures }) => {
  const all = useResource('/topologies');
  const [business, setBusiness] = useState('cafe');
  const [side, setSide] = useState('desk');
  return html`<section class="card stack" aria-label=${t('backbone.topology')}><h2>${t('backbone.topology')}</h2><${Loaded} of=${all}>${({ items }) => {
    const one = items.find(it => it.business === business && it.side === side) ?? items[0];
    const businesses = [...new Set(items.map(it => it.business))];
    return html`<div class="row"><${Choice} value=${one.business} onChange=${setBusiness} label=${t('home.businesses')} options=${businesses.map(it => [it, t(`business.${it}`)])} />
        <${Choice} value=${one.side} onChange=${setSide} label=${t('backbone.side')} options=${['desk', 'pages', 'audit'].map(it => [it, t(`backbone.side.${it}`)])} /></div>
      <${Graph} topology=${one} figures=${figures} />
      <details><summary>${t('backbone.asText')}</summary><pre class="mono scroll" tabindex="0">${one.text}</pre></details>`;
  }}</${Loaded}></section>`;
};

const Parts = () => {
  const ready = useResource('/readyz');
  useAgain(ready);
  return html`<section class="card stack tight" aria-label=${t('backbone.parts')}><h2>${t('backbone.parts')}</h2><${Loaded} of=${ready}>${({ parts }) => html`
    <ul class="row">${Object.entries(parts).map(([name, state]) => html`<li key=${name} class=${`pill ${/RUNNING|READING/.test(state) ? 'good' : 'warn'}`}>${name} · ${state}</li>`)}</ul>`}</${Loaded}></section>`;
};

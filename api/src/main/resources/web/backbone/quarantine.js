// What could not be handled waits here, whole, for somebody to say what becomes of it.
import { html, useState } from '../vendor/preact.js';
import { get, post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { moment, number } from '../lib/format.js';
import { useAction, useAgain, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, None, Refused } from '../components/ui.js';
import { toast } from '../components/toasts.js';

const SHOWN = 20;
const sum = waiting => Object.values(waiting).reduce((one, other) => one + other, 0);

export const Quarantine = () => {
  const kept = useResource(`/quarantine?state=WAITING&limit=${SHOWN}`);
  useAgain(kept);
  return html`<section class="card stack tight" aria-label=${t('quarantine')}>
    <div><h2>${t('quarantine')}</h2><p class="soft">${t('quarantine.about')}</p></div>
    <${Loaded} of=${kept}>${({ items, waiting }) => (items.length === 0 ? html`<${None}>${t('quarantine.none')}</${None}>`
      : html`<p class="late" data-test="kept">${t('quarantine.waiting', { many: number(sum(waiting)) })}</p>
        <ul>${items.map(it => html`<${Kept} key=${it.id} it=${it} onDone=${kept.reload} />`)}</ul>`)}</${Loaded}></section>`;
};

const Kept = ({ it, onDone }) => {
  const [whole, setWhole] = useState(null);
  const decide = useAction(async what => {
    await post(`/quarantine/${encodeURIComponent(it.id)}/${what}`);
    toast(t(`quarantine.${what}.done`));
    onDone();
  });
  const show = useAction(async () => setWhole(await get(`/quarantine/${encodeURIComponent(it.id)}`)));
  const open = event => event.currentTarget.open && !whole && show.run();
  return html`<li class="line" data-kept=${it.id}><div class="stack tight">
      <span><strong>${it.id}</strong> ${it.desk ?? ''} <span class="soft small">${it.reader} · ${moment(it.at)}</span><br /><span class="mono">${it.reason}</span></span>
      <details onToggle=${open}><summary class="small">${t('backbone.show')}</summary>
        ${whole && html`<pre class="mono scroll" tabindex="0">${JSON.stringify(whole, null, 2)}</pre>`}</details>
      <${Refused} refusal=${decide.refusal ?? show.refusal} /></div>
    <div class="row"><${Button} slim busy=${decide.busy} aria-label=${t('quarantine.retry.this', it)} onClick=${() => decide.run('retry')}>${t('quarantine.retry')}</${Button}>
      <${Button} slim bad busy=${decide.busy} aria-label=${t('quarantine.discard.this', it)} onClick=${() => decide.run('discard')}>${t('quarantine.discard')}</${Button}></div></li>`;
};

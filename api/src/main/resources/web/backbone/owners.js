// Which instance has what: by business and side, and where one desk is.
import { html, useState } from '../vendor/preact.js';
import { get } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction, useAgain, useResource } from '../lib/hooks.js';
import { BUSINESSES } from '../routes.js';
import { Loaded } from '../components/loaded.js';
import { Choice, Field, Form, None, Refused } from '../components/ui.js';

const SIDES = ['desk', 'pages', 'audit'];

export const Owners = () => {
  const owners = useResource('/instances');
  useAgain(owners);
  return html`<section class="card stack tight" aria-label=${t('owners')}>
    <div><h2>${t('owners')}</h2><p class="soft">${t('owners.about')}</p></div>
    <${Loaded} of=${owners}>${({ items, partitions }) => html`<${Table} items=${items} partitions=${partitions} />
      <${Find} businesses=${Object.keys(BUSINESSES).filter(name => items.some(it => it.business === name))} />`}</${Loaded}></section>`;
};

const Table = ({ items, partitions }) => html`<div class="scroll" tabindex="0"><table>
  <thead><tr><th scope="col">${t('home.businesses')}</th>${SIDES.map(side => html`<th scope="col" key=${side}>${t(`backbone.side.${side}`)}</th>`)}</tr></thead>
  <tbody>${[...new Set(items.map(it => it.business))].map(business => html`<tr key=${business} data-owned=${business}>
    <th scope="row">${t(`business.${business}`)}</th>
    ${SIDES.map(side => html`<td key=${side}><${Shares} of=${items.find(it => it.business === business && it.side === side)} all=${partitions} /></td>`)}</tr>`)}</tbody></table></div>`;

/** Of each instance the partitions that it works on, and in brackets those that it keeps a copy of. */
const Shares = ({ of, all }) => {
  const nobody = [...Array(all).keys()].filter(it => !of.instances.some(one => one.partitions.includes(it)));
  return html`<ul>${of.instances.map(it => html`<li key=${it.instance} class="small"><span class=${it.here ? 'strong' : ''}>${it.instance}</span>
      <span class="mono">${` ${it.partitions.join(' ')}`}${it.copies.length > 0 && ` (${it.copies.join(' ')})`}</span></li>`)}
    ${nobody.length > 0 && html`<li class="late small">${t('owners.nobody')} <span class="mono">${nobody.join(' ')}</span></li>`}</ul>`;
};

const Find = ({ businesses }) => {
  const [business, setBusiness] = useState(businesses[0]);
  const [found, setFound] = useState(null);
  const find = useAction(async ({ desk }) => {
    setFound({ desk, ...(await get(`/instances?business=${business}&desk=${encodeURIComponent(desk)}`)) });
  });
  const change = name => {
    setBusiness(name);
    setFound(null);
    find.clear();
  };
  return html`<div class="row"><${Choice} value=${business} onChange=${change} label=${t('owners.find')} options=${businesses.map(it => [it, t(`business.${it}`)])} />
      <${Form} key=${business} onSubmit=${find.run}><${Field} label=${t(`desk.${business}`)} name="desk" required defaultValue=${BUSINESSES[business].desk} />
        <button class="button slim" aria-busy=${find.busy ? 'true' : null}>${t('owners.find')}</button></${Form}></div>
    <div role="status">${found && html`<p data-test="found"><strong>${found.desk}</strong> · ${t('owners.partition', { partition: found.partition })}</p>
      ${found.items.map(({ side, instances }) => html`<p key=${side} class="small">${t(`backbone.side.${side}`)}: ${told(instances, found.partition)}</p>`)}`}</div>
    <${Refused} refusal=${find.refusal} />`;
};

const told = (instances, partition) => instances.length === 0 ? html`<${None}>${t('owners.nobody')}</${None}>`
  : instances.map(it => (it.partitions.includes(partition) ? it.instance : t('owners.copy', { instance: it.instance }))).join(', ');

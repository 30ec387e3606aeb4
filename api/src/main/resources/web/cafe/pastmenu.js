// The menu as it was at a time gone by.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { money, moment, number } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, None } from '../components/ui.js';
import { SHOPS } from './orders.js';

const BACK = [1, 10, 60];
const local = at => new Date(at - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export const PastMenu = ({ shop }) => {
  const [at, setAt] = useState(null);
  const then = useResource(at && `${SHOPS}${shop}/menu?limit=200&at=${new Date(at).toISOString()}`, () => false);
  return html`<section class="card stack tight"><h2>${t('cafe.past')}</h2>
    <div class="row">${BACK.map(minutes => html`<${Button} slim key=${minutes} onClick=${() => setAt(Date.now() - minutes * 60_000)}>${t('minutes.ago', { minutes })}</${Button}>`)}</div>
    <${Field} label=${t('cafe.past.at')} type="datetime-local" key=${at} defaultValue=${at ? local(at) : ''}
      onChange=${event => event.target.value && setAt(new Date(event.target.value).getTime())} />
    ${at && html`<${Loaded} of=${then}>${({ items }) => html`<p class="soft small">${moment(at)}</p>
      ${items.length === 0 ? html`<${None}>${t('cafe.past.none')}</${None}>` : html`<table><tbody>${items.map(item => html`<tr key=${item.item}>
        <td>${item.name}</td><td class="right">${money(item.price)}</td><td class="right strong">${number(item.stock)}</td></tr>`)}</tbody></table>`}`}</${Loaded}>`}
  </section>`;
};

// The owner's page: the menu with its stock, the house rules, what was sold, and the menu as it was.
import { html } from '../vendor/preact.js';
import { post, put } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction, useResource } from '../lib/hooks.js';
import { Loaded } from '../components/loaded.js';
import { Button, Choice, Field, Form, None, Refused } from '../components/ui.js';
import { MenuLine } from './menuline.js';
import { aboutMenu, SHOPS } from './orders.js';
import { PastMenu } from './pastmenu.js';
import { Sales } from './sales.js';

export default function Owner({ name: shop }) {
  const menu = useResource(`${SHOPS}${shop}/menu?limit=200`, aboutMenu);
  return html`<div class="title"><h1>${t('cafe.owner.title')}</h1><p>${t('cafe.owner.about')}</p></div>
    <div class="two">
      <div class="stack">
        <section class="card stack tight"><h2>${t('cafe.menu')}</h2>
          <${Loaded} of=${menu}>${({ items }) => (items.length === 0 ? html`<${None}>${t('cafe.owner.empty')}</${None}>`
            : html`<div class="scroll"><table><thead><tr><th scope="col">${t('cafe.item')}</th><th scope="col" class="right">${t('cafe.price')}</th>
              <th scope="col" class="right">${t('stock')}</th><th scope="col"><span class="hidden">${t('actions')}</span></th></tr></thead>
              <tbody>${items.map(item => html`<${MenuLine} key=${item.item} shop=${shop} item=${item} />`)}</tbody></table></div>`)}</${Loaded}>
        </section>
        <${Sales} shop=${shop} names=${Object.fromEntries((menu.data?.items ?? []).map(it => [it.item, it.name]))} />
      </div>
      <div class="stack">
        <${Register} shop=${shop} />
        <${House} shop=${shop} />
        <${PastMenu} shop=${shop} />
      </div>
    </div>`;
}

const Register = ({ shop }) => {
  const register = useAction(item => post(`${SHOPS}${shop}/menu`, item));
  return html`<section class="card stack tight"><h2>${t('cafe.register')}</h2>
    <${Form} onSubmit=${register.run}>
      <${Field} label=${t('cafe.item.id')} name="item" required pattern="[a-z0-9][a-z0-9\\-]{0,39}" placeholder="cafe-latte" />
      <${Field} label=${t('cafe.name')} name="name" required maxlength="100" />
      <${Field} label=${t('cafe.price')} name="price" type="number" min="0" max="10000000" required />
      <${Field} label=${t('stock')} name="stock" type="number" min="0" max="1000000" required />
      <button class="button main" aria-busy=${register.busy ? 'true' : null}>${t('cafe.register.do')}</button>
    </${Form}>
    <${Refused} refusal=${register.refusal} /></section>`;
};

const House = ({ shop }) => {
  const house = useResource(`${SHOPS}${shop}`, event => event.type === 'HouseRulesSet');
  const set = useAction(rules => put(`${SHOPS}${shop}`, rules));
  return html`<section class="card stack tight"><h2>${t('house')}</h2>
    <${Loaded} of=${house}>${({ name, dispatch, paymentTimeout }) => {
      const change = rules => set.run({ ...(name && { name }), dispatch, paymentTimeout, ...rules });
      return html`
        <p class="soft small">${t(`cafe.dispatch.${dispatch}.about`)}</p>
        <${Choice} value=${dispatch} disabled=${set.busy} label=${t('cafe.dispatch')} onChange=${it => change({ dispatch: it })}
          options=${['AUTO', 'RIDER'].map(it => [it, t(`cafe.dispatch.${it}`)])} />
        <div class="row"><span class="grow">${t('cafe.timeout')}</span>
          ${['PT3M', 'PT10M', 'PT30M'].map(it => html`<${Button} slim main=${it === paymentTimeout} key=${it} disabled=${set.busy}
            onClick=${() => change({ paymentTimeout: it })}>${t('minutes', { minutes: it.slice(2, -1) })}</${Button}>`)}</div>
        <${Refused} refusal=${set.refusal} />`;
    }}</${Loaded}></section>`;
};

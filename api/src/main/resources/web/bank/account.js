// One account: its balance, money in and out, and where it went.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { moment, money } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { useSession } from '../lib/session.js';
import { Loaded } from '../components/loaded.js';
import { Button, Choice, Field, Form, None } from '../components/ui.js';
import { SignIn } from '../components/signin.js';
import { Confirm } from './confirm.js';
import { Transfers } from './transfers.js';

const SIGNS = { DEPOSIT: '+', WITHDRAW: '−', TRANSFER_OUT: '−', TRANSFER_IN: '+', TRANSFER_RETURNED: '+', TRANSFER_REJECTED: '' };

export default function AccountPage({ name: account }) {
  const { id } = useSession();
  return html`<div class="title"><h1>${t('bank.account.title', { account })}</h1>
      ${id && html`<a class="button slim" href=${`/ui/bank/customers/${encodeURIComponent(id)}`}>${t('bank.accounts')}</a>`}</div>
    ${id === null && html`<${SignIn} />`}${id && html`<${Account} account=${account} />`}`;
}

const Account = ({ account }) => {
  const one = useResource(`/bank/accounts/${account}`);
  const history = useResource(one.data && `/bank/accounts/${account}/history?limit=50`);
  return html`<${Loaded} of=${one}>${it => html`<div class="two"><div class="stack">
      <section class="card earned" aria-label=${t('bank.balance')}><span>${t('bank.balance')}</span><span class="big" data-test="balance">${money(it.balance)}</span>
        ${it.pending > 0 && html`<span>${t('bank.pending', { amount: money(it.pending) })}</span>`}</section>
      <section class="card stack tight" aria-label=${t('bank.history')}><h2>${t('bank.history')}</h2>
        <${Loaded} of=${history}>${({ items }) => (items.length === 0 ? html`<${None}>${t('bank.history.none')}</${None}>`
          : html`<ul>${items.map(entry => html`<${Entry} key=${entry.number} it=${entry} />`)}</ul>`)}</${Loaded}></section></div>
    <div class="stack"><${Move} account=${account} /><${Transfers} account=${account} /><${Close} account=${account} /></div></div>`}</${Loaded}>`;
};

const Entry = ({ it }) => html`<li class="line">
  <span><strong>${t(`bank.kind.${it.kind}`)}</strong> ${it.to ?? it.from ?? ''}<br /><span class="soft small">${moment(it.at)}</span></span>
  <span class="right"><strong>${SIGNS[it.kind]}${money(it.amount)}</strong><br /><span class="soft small">${money(it.balance)}</span></span></li>`;

const Move = ({ account }) => {
  const [kind, setKind] = useState('DEPOSIT');
  const [wish, setWish] = useState(null);
  const ask = ({ amount }) => setWish({ path: '/bank/requests', body: { account, kind, amount },
    words: t('bank.move.words', { account, kind: t(`bank.kind.${kind}`), amount: money(amount) }) });
  return html`<section class="card stack tight" aria-label=${t('bank.move')}><h2>${t('bank.move')}</h2>
    <${Choice} value=${kind} onChange=${setKind} label=${t('bank.move')} options=${['DEPOSIT', 'WITHDRAW'].map(it => [it, t(`bank.kind.${it}`)])} />
    <${Form} onSubmit=${ask}><${Field} label=${t('bank.amount')} name="amount" type="number" min="1" max="1000000000000" required />
      <button class="button main">${t('bank.move.do')}</button></${Form}>
    ${wish && html`<${Confirm} wish=${wish} onClose=${() => setWish(null)} onDone=${() => setWish(null)} />`}</section>`;
};

const Close = ({ account }) => {
  const [wish, setWish] = useState(null);
  return html`<section class="card stack tight" aria-label=${t('bank.close')}><p class="soft small">${t('bank.close.about')}</p>
    <div><${Button} slim bad onClick=${() => setWish({ path: '/bank/requests', body: { account, kind: 'CLOSE' }, words: t('bank.close.words', { account }) })}>${t('bank.close')}</${Button}></div>
    ${wish && html`<${Confirm} wish=${wish} onClose=${() => setWish(null)} onDone=${() => setWish(null)} />`}</section>`;
};

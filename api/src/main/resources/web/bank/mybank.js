// A customer's bank: their accounts, what they asked for last, and a new account.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { moment, money } from '../lib/format.js';
import { useEvents, useResource } from '../lib/hooks.js';
import { go } from '../lib/router.js';
import { signOut, useSession } from '../lib/session.js';
import { Loaded } from '../components/loaded.js';
import { Button, Field, Form, None, Pill, wordsFor } from '../components/ui.js';
import { SignIn } from '../components/signin.js';
import { toast } from '../components/toasts.js';
import { Confirm } from './confirm.js';

export default function MyBank({ name: customer }) {
  const { id } = useSession();
  const mine = id === customer;
  return html`<div class="title"><h1>${mine ? t('bank.mine.title', { customer }) : t('business.bank')}</h1>
      ${id ? html`<${Button} slim onClick=${signOut}>${t('signin.out')}</${Button}>` : html`<p>${t('home.bank')}</p>`}</div>
    ${id === null && html`<${SignIn} onDone=${who => go(`/ui/bank/customers/${who}`, { replace: true })} />`}
    ${id && !mine && html`<${None}>${t('bank.other')} <a href=${`/ui/bank/customers/${id}`}>${id}</a></${None}>`}
    ${mine && html`<${Mine} customer=${customer} />`}`;
}

const Mine = ({ customer }) => {
  const page = useResource(`/bank/customers/${encodeURIComponent(customer)}`, () => true);
  useEvents(event => event.type === 'notice' && toast(event.message));
  return html`<${Loaded} of=${page}>${({ accounts, lastRequest }) => html`<div class="two">
    <section class="stack" aria-label=${t('bank.accounts')}>
      <div class="card earned"><span>${t('bank.all')}</span><span class="big" data-test="all">${money(accounts.reduce((sum, it) => sum + it.balance, 0))}</span></div>
      ${accounts.length === 0 && html`<${None}>${t('bank.accounts.none')}</${None}>`}
      ${accounts.map(it => html`<a class="card row apart account" key=${it.account} data-account=${it.account} href=${`/ui/bank/accounts/${it.account}/account`}>
        <span><strong>${it.account}</strong><br /><span class="soft small">${t('bank.since', { at: moment(it.openedAt) })}</span></span>
        <span class="right"><span class="big">${money(it.balance)}</span>${it.pending > 0 && html`<br /><span class="soft small">${t('bank.pending', { amount: money(it.pending) })}</span>`}</span></a>`)}
    </section>
    <div class="stack"><${Open} />${lastRequest && html`<${Last} it=${lastRequest} />`}</div></div>`}</${Loaded}>`;
};

const Last = ({ it }) => html`<section class="card stack tight" aria-label=${t('bank.last')}><h2>${t('bank.last')}</h2>
  <div class="row apart"><span>${t(`bank.kind.${it.kind}`)} · ${it.account}</span><strong>${money(it.amount)}</strong></div>
  <div class="row apart"><${Pill} status=${it.status} /><span class="soft small">${moment(it.at)}</span></div>
  ${it.code && html`<p class="refused">${wordsFor({ code: it.code, problem: {}, message: it.message })}</p>`}</section>`;

const Open = () => {
  const [wish, setWish] = useState(null);
  const ask = ({ account, amount = 0 }) => setWish({ path: '/bank/requests', body: { account, kind: 'OPEN', amount },
    words: t('bank.open.words', { account, amount: money(amount) }) });
  return html`<section class="card stack tight" aria-label=${t('bank.open')}><h2>${t('bank.open')}</h2>
    <${Form} onSubmit=${ask}>
      <${Field} label=${t('desk.bank')} name="account" required pattern="[a-z0-9][a-z0-9\\-]{0,39}" placeholder="110-234" />
      <${Field} label=${t('bank.first')} name="amount" type="number" min="0" max="1000000000000" />
      <button class="button main">${t('bank.open.do')}</button></${Form}>
    ${wish && html`<${Confirm} wish=${wish} onClose=${() => setWish(null)} onDone=${() => setWish(null)} />`}</section>`;
};

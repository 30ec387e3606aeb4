// Money to another account: it leaves at once, and arrives or comes back by itself. Each stage is shown.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { money } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { Field, Form, None, Pill } from '../components/ui.js';
import { Progress } from '../components/progress.js';
import { Confirm } from './confirm.js';

const WAYS = { COMPLETED: ['PENDING', 'COMPLETED'], RETURNED: ['PENDING', 'RETURNED'], PENDING: ['PENDING', 'COMPLETED'] };

export const Transfers = ({ account }) => {
  const [wish, setWish] = useState(null);
  const [sent, setSent] = useState(null);
  const ask = ({ to, amount }) => setWish({ path: '/bank/transfers', body: { from: account, to, amount },
    words: t('bank.transfer.words', { from: account, to, amount: money(amount) }) });
  return html`<section class="card stack tight" aria-label=${t('bank.transfer')}><h2>${t('bank.transfer')}</h2>
    <${Form} onSubmit=${ask}>
      <${Field} label=${t('bank.to')} name="to" required pattern="[a-z0-9][a-z0-9\\-]{0,39}" />
      <${Field} label=${t('bank.transfer.amount')} name="amount" type="number" min="1" max="1000000000000" required />
      <button class="button main">${t('bank.transfer.do')}</button></${Form}>
    ${wish && html`<${Confirm} wish=${wish} onClose=${() => setWish(null)} onDone=${transfer => { setWish(null); setSent(transfer.number); }} />`}
    ${sent === null ? html`<${None}>${t('bank.transfer.about')}</${None}>` : html`<${Transfer} key=${sent} account=${account} number=${sent} />`}</section>`;
};

const Transfer = ({ account, number }) => {
  const { data: it } = useResource(`/bank/transfers/${account}/${number}`, () => true);
  return it && html`<div class="stack tight" data-test="transfer">
    <div class="row apart"><strong>${it.from} → ${it.to}</strong><${Pill} status=${it.status} business="bank" /></div>
    <span>${money(it.amount)}</span>
    <${Progress} steps=${WAYS[it.status]} history=${it.history} status=${it.status} business="bank" label=${t('progress')} />
    ${it.reason && html`<p class="soft small">${it.reason}</p>`}</div>`;
};

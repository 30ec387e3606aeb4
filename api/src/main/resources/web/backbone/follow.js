// Follow one command: its receipt, the events it made, the rows that changed and the messages that were sent.
import { html, useEffect, useState } from '../vendor/preact.js';
import { get } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { precisely } from '../lib/format.js';
import { Refused } from '../components/ui.js';
import { eventsOf } from './journal.js';
import { rowsOf } from './rows.js';

const plain = value => JSON.stringify(value, null, 2);

export const Follow = ({ business, desk, commandId }) => {
  const [trail, setTrail] = useState({});
  useEffect(() => {
    const gone = new AbortController();
    setTrail({});
    const look = async () => {
      const receipt = await get(`/receipts/${business}/${desk}/${encodeURIComponent(commandId)}`, { signal: gone.signal, patience: 3000 });
      setTrail({ receipt });
      const events = await eventsOf(business, desk, receipt, gone.signal);
      setTrail({ receipt, events });
      const rows = await rowsOf(business, desk, receipt, events, gone.signal);
      setTrail({ receipt, events, rows });
    };
    look().catch(refusal => gone.signal.aborted || setTrail(before => ({ ...before, refusal })));
    return () => gone.abort();
  }, [business, desk, commandId]);
  const { receipt, events, rows, refusal } = trail;
  const happened = (events ?? []).filter(it => it.type !== 'notice');
  const notices = (events ?? []).filter(it => it.type === 'notice');
  return html`<ol class="trail" aria-label=${t('backbone.follow')} data-test="trail">
    ${refusal && html`<li><${Refused} refusal=${refusal} /></li>`}
    ${receipt && html`<${Step} title=${t('backbone.receipt')} words=${`${receipt.command} → ${receipt.status}`} at=${receipt.at}
      note=${receipt.key} detail=${receipt.body} />`}
    ${happened.map(it => html`<${Step} key=${it.token} title=${t('backbone.event')} words=${it.type} at=${it.at}
      note=${`${it.token}${it.cause ? ` ← ${it.cause}` : ''}`} detail=${it.data} />`)}
    ${(rows ?? []).map(it => html`<${Step} key=${it.address} title=${t('backbone.row')} words=${it.address} note=${it.token} detail=${it.row} />`)}
    ${notices.map(it => html`<${Step} key=${it.id} title=${t('backbone.notice')} words=${`${it.person}: ${it.message}`} at=${it.at} note=${it.about} />`)}
  </ol>`;
};

const Step = ({ title, words, at, note, detail }) => html`<li class="stack tight">
  <div><span class="soft small">${title}${at ? ` · ${precisely(at)}` : ''}</span><br /><strong>${words}</strong><br /><span class="mono soft">${note}</span></div>
  ${detail && html`<details><summary class="small">${t('backbone.show')}</summary><pre class="mono scroll" tabindex="0">${plain(detail)}</pre></details>`}</li>`;

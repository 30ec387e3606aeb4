// What happens at one desk, as it happens; each line leads to the command behind it.
import { html, useEffect, useState } from '../vendor/preact.js';
import { openLive } from '../lib/live.js';
import { t } from '../lib/i18n.js';
import { precisely } from '../lib/format.js';
import { useSession } from '../lib/session.js';
import { setting } from '../lib/settings.js';
import { BUSINESSES } from '../routes.js';
import { SignIn } from '../components/signin.js';
import { Choice, Field, None } from '../components/ui.js';
import { Follow } from './follow.js';
import { lately } from './journal.js';

const KEPT = 14;
const merged = (newer, older) => [...newer, ...older.filter(it => !newer.some(one => one.token === it.token))].slice(0, KEPT);

export const Ticker = () => {
  const [business, setBusiness] = useState('cafe');
  const [desk, setDesk] = useState(setting('cafe.desk', BUSINESSES.cafe.desk));
  const [events, setEvents] = useState([]);
  const [state, setState] = useState('connecting');
  const [followed, follow] = useState(null);
  // what happens where one has to be signed in is told to whom it concerns, and to nobody else
  const { id } = useSession(BUSINESSES[business].signedIn === true);
  const locked = BUSINESSES[business].signedIn && !id;
  useEffect(() => {
    setEvents([]);
    if (locked) return undefined;
    const gone = new AbortController();
    lately(business, desk, `/${business}/${BUSINESSES[business].desks}/${desk}`, KEPT, gone.signal)
      .then(before => setEvents(now => merged(now, before))).catch(() => {});
    const live = openLive(`business=${business}&desk=${encodeURIComponent(desk)}`, setState);
    const off = live.on(event => event.token && event.type !== 'notice' && setEvents(before => merged([event], before)));
    return () => {
      off();
      gone.abort();
      live.stop();
    };
  }, [business, desk, locked]);
  const choose = name => {
    setBusiness(name);
    setDesk(setting(`${name}.desk`, BUSINESSES[name].desk));
    follow(null);
  };
  return html`<section class="stack" aria-label=${t('backbone.follow')}>
    <div><h2>${t('backbone.follow')}</h2><p class="soft">${t('backbone.follow.about')}</p></div>
    <div class="row"><${Choice} value=${business} onChange=${choose} label=${t('home.businesses')}
        options=${Object.keys(BUSINESSES).map(it => [it, t(`business.${it}`)])} />
      <div><${Field} label=${t(`desk.${business}`)} key=${desk} defaultValue=${desk} pattern="[a-z0-9][a-z0-9\\-]{0,39}"
        onChange=${event => event.target.value && event.target.checkValidity() && setDesk(event.target.value)} /></div>
      ${!locked && html`<span class=${`pulse ${state}`} role="status">${t(`live.${state}`)}</span>`}</div>
    ${locked && id === null && html`<p>${t('backbone.follow.private')}</p><${SignIn} />`}
    ${!locked && html`<div class="two even"><div class="card stack tight" aria-label=${t('backbone.journal')} role="region"><h3>${t('backbone.journal')}</h3>
      ${events.length === 0 ? html`<${None}>${t('backbone.journal.none')}</${None}>` : html`<ul>${events.map(event => html`<li class="line" key=${event.token}>
        <span><strong>${event.type}</strong> <span class="soft small">${event.command}</span><br /><span class="mono soft">${event.token} · ${precisely(event.at)}</span></span>
        <button type="button" class="button slim" aria-pressed=${followed === event.commandId ? 'true' : 'false'}
          aria-label=${t('backbone.followThis', { token: event.token })} onClick=${() => follow(event.commandId)}>${t('backbone.follow.do')}</button></li>`)}</ul>`}</div>
      <div class="card">${followed ? html`<${Follow} business=${business} desk=${desk} commandId=${followed} />` : html`<p class="soft">${t('backbone.follow.choose')}</p>`}</div></div>`}
  </section>`;
};

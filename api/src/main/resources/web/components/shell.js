// The frame around every page: where one is, what else there is for this role, and whether the page is live.
import { html, useEffect, useMemo, useState } from '../vendor/preact.js';
import { Live } from '../lib/hooks.js';
import { openLive } from '../lib/live.js';
import { LANGUAGES, t } from '../lib/i18n.js';
import { go } from '../lib/router.js';
import { unlock, useLocked } from '../lib/locked.js';
import { setting, useSetting } from '../lib/settings.js';
import { BUSINESSES, pathOf, rolesOf } from '../routes.js';
import { Entrance, useVisitor, WayOut } from './entrance.js';
import { Toasts } from './toasts.js';

const THEMES = { auto: '◐', light: '☀', dark: '☾' };
const NAME = { shops: '[a-z0-9][a-z0-9\\-]{0,39}', person: '[A-Za-z0-9][A-Za-z0-9._@\\-]{0,63}' };

/** `place` is what the address says: business, role, desk or person. */
export const Shell = ({ place, children }) => {
  const locked = useLocked();
  const id = useVisitor(place.business, locked);
  const query = (BUSINESSES[place.business]?.signedIn || locked === 'page') && !id ? null : queryOf(place);
  const [state, setState] = useState('off');
  // whoever was asked who they are may be told more afterwards
  const live = useMemo(() => openLive(query, setState), [query, locked === 'deed']);
  useEffect(() => unlock, [place]);
  useEffect(() => () => live.stop(), [live]);
  useEffect(() => {
    document.title = titleOf(place);
    document.body.dataset.business = place.business ?? '';
  });
  return html`<${Live.Provider} value=${live}>
    <a class="skip" href="#main">${t('skip')}</a>
    <header class=${`bar ${place.business ? 'inner' : ''}`}><div>
      <a class="brand" href="/" aria-label="Millrace"><img src="/web/icon.svg" alt="" width="28" height="28" /><span>Millrace</span></a>
      ${place.business && html`<${Where} place=${place} />`}
      <div class="tools">
        ${query && html`<span class=${`pulse ${state}`} role="status"><span class="wide-only">${t(`live.${state}`)}</span></span>`}
        <${WayOut} place=${place} id=${id} />
        <${Tools} />
      </div>
      ${place.business && html`<${Roles} place=${place} />`}
    </div></header>
    <main id="main" tabindex="-1"><${Entrance} place=${place} id=${id}>${children}</${Entrance}></main>
    <${Foot} />
    <${Toasts} />
  </${Live.Provider}>`;
};

const queryOf = place => {
  if (place.desk) return `business=${place.business}&desk=${encodeURIComponent(place.desk)}`;
  return place.person ? `business=${place.business}&person=${encodeURIComponent(place.person)}` : null;
};

const titleOf = place => [place.role && t(`${place.business}.role.${place.role}`), place.desk ?? place.person,
  place.business && t(`business.${place.business}`), 'Millrace'].filter(Boolean).join(' · ');

const Where = ({ place }) => {
  const person = place.person !== undefined;
  const name = place.desk ?? place.person;
  const move = event => {
    const next = event.target.value.trim();
    if (next && next !== name && event.target.checkValidity()) go(pathOf(place.business, place.role, next));
    else event.target.value = name;
  };
  return html`<div class="where"><strong>${t(`business.${place.business}`)}</strong>
    ${name !== undefined && html`<input class="desk" key=${name} defaultValue=${name} onChange=${move} spellcheck=${false} autocapitalize="off"
      pattern=${person ? NAME.person : NAME.shops}
      aria-label=${person ? t('shell.person') : t(`desk.${place.business}`)} />`}</div>`;
};

const Tools = () => {
  const [lang, setLang] = useSetting('lang');
  const [theme, setTheme] = useSetting('theme');
  const next = Object.keys(LANGUAGES).find(it => it !== lang);
  const themes = Object.keys(THEMES);
  const after = themes[(themes.indexOf(theme) + 1) % themes.length];
  return html`
    <button class="tool" type="button" lang=${next} onClick=${() => setLang(next)}>${LANGUAGES[next]}</button>
    <button class="tool" type="button" aria-label=${t('theme', { theme: t(`theme.${theme}`) })}
      onClick=${() => setTheme(after)}><span aria-hidden="true">${THEMES[theme]}</span></button>`;
};

const Roles = ({ place }) => html`<nav class="roles" aria-label=${t('shell.roles')}>
  ${rolesOf(place.business).map(role => html`<a key=${role.name} aria-current=${role.name === place.role ? 'page' : null}
    href=${pathOf(place.business, role.name, nameFor(role, place))}>${t(`${place.business}.role.${role.name}`)}</a>`)}
</nav>`;

/** Whose page it leads to: the desk one is at, or whoever one was last. */
const nameFor = (role, place) => (role.person
  ? (role.name === place.role && place.person) || setting(`${place.business}.${role.person}`, role.otherwise)
  : place.desk ?? setting(`${place.business}.desk`, BUSINESSES[place.business].desk));

const Foot = () => html`<footer class="foot">
  <span>${t('foot.promise')}</span>
  <a href="/backbone">${t('backbone.title')}</a><a href="/docs">${t('foot.docs')}</a>
</footer>`;

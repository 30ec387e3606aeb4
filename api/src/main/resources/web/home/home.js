// The way in: the promise, whether it is kept right now, and every business that runs here, with its roles.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { number } from '../lib/format.js';
import { useResource } from '../lib/hooks.js';
import { BUSINESSES, usualPath } from '../routes.js';
import { Sign } from './signs.js';
import { Wheel } from './wheel.js';

export default function Home() {
  const audit = useResource('/audit?limit=1').data;
  const running = Object.keys(BUSINESSES).filter(it => !audit || it in audit.businesses);
  return html`
    <section class="hero">
      <div class="stack">
        <h1>${t('home.title')}</h1>
        <p>${t('home.about')}</p>
        <${Facts} audit=${audit} />
        <p class="row"><a class="button main" href="/backbone">${t('home.backbone')}</a>
          <a class="button" href="/docs">${t('foot.docs')}</a></p>
      </div>
      <${Wheel} />
    </section>
    <section class="houses" aria-label=${t('home.businesses')}>
      ${running.map(business => html`<${House} key=${business} business=${business} />`)}
      <article class="card house"><header><${Sign} business="backbone" /><h2>${t('backbone.title')}</h2></header>
        <p class="soft">${t('backbone.about')}</p><ul><li><a href="/backbone">${t('home.backbone')}</a></li></ul></article>
    </section>`;
}

const Facts = ({ audit }) => html`<dl class="facts" data-test="facts">
    <div><dt>${t('audit.checked')}</dt><dd class="big">${audit ? number(audit.checked) : '—'}</dd></div>
    <div><dt>${t('audit.violations')}</dt><dd class="big">${audit ? number(audit.violations) : '—'}</dd></div>
  </dl>`;

const House = ({ business }) => html`<article class="card house" data-business=${business}>
  <header><${Sign} business=${business} /><h2>${t(`business.${business}`)}</h2></header>
  <p class="soft">${t(`home.${business}`)}</p>
  <ul>${BUSINESSES[business].roles.map(role => html`<li key=${role.name}>
    <a href=${usualPath(business, role)}>${t(`${business}.role.${role.name}`)}</a></li>`)}</ul>
</article>`;

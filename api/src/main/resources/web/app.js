// Begins here: finds out which page an address means, fetches it and shows it.
import { html, render, useEffect, useState } from './vendor/preact.js';
import { Shell } from './components/shell.js';
import { None } from './components/ui.js';
import { t } from './lib/i18n.js';
import { usePath } from './lib/router.js';
import { apply, remember, useSetting } from './lib/settings.js';
import { placeOf } from './routes.js';

const NOWHERE = { load: async () => ({ default: () => html`<${None}>${t('nowhere')} <a href="/">${t('home')}</a></${None}>` }) };

const App = () => {
  const path = usePath();
  const [lang] = useSetting('lang');
  const [shown, setShown] = useState(null);
  useEffect(() => {
    let late = false;
    const place = placeOf(path) ?? NOWHERE;
    if (place.desk) remember(`${place.business}.desk`, place.desk);
    if (place.person) remember(`${place.business}.${place.word}`, place.person);
    place.load().then(({ default: Page }) => late || setShown({ place, Page }));
    return () => {
      late = true;
    };
  }, [path]);
  if (!shown) return null;
  const { place, Page } = shown;
  const name = place.desk ?? place.person ?? '';
  return html`<${Shell} place=${place} lang=${lang}><${Page} key=${name} place=${place} name=${name} /></${Shell}>`;
};

apply();
render(html`<${App} />`, document.getElementById('app'));

// What stands where something is kept from whoever looks: in words why, and the way in.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { unlock, useLocked } from '../lib/locked.js';
import { signOut, useSession } from '../lib/session.js';
import { remember, setting } from '../lib/settings.js';
import { BUSINESSES } from '../routes.js';
import { SignIn } from './signin.js';
import { Button, Dialog } from './ui.js';

/** Whoever is let in looks at everything anew. */
const anew = () => location.reload();

/** Whoever signs in goes by that name on the pages of all businesses. */
const named = id => Object.entries(BUSINESSES).forEach(([business, { roles }]) =>
  roles.filter(role => role.person).forEach(role => remember(`${business}.${role.person}`, id)));

const leave = async () => {
  await signOut();
  anew();
};

/** Who is signed in, where that is known without asking, or has to be known. */
export const useVisitor = (business, locked) =>
  useSession(Boolean(BUSINESSES[business]?.signedIn || locked || setting('who'))).id;

/** Instead of a page, or before it. A bank asks by itself. */
export const Entrance = ({ place, id, children }) => {
  const locked = useLocked();
  if (!place.business || BUSINESSES[place.business].signedIn) return children;
  if (locked === 'page' && !id) {
    return html`<div class="title"><h1>${t('entrance.title')}</h1><p>${t('entrance.about')}</p></div>
      <${SignIn} onDone=${who => { named(who); anew(); }} />`;
  }
  return html`${locked === 'role' && id && html`<section class="card row apart kept" role="status">
      <p>${t('entrance.role', { id })}</p><${Button} slim onClick=${leave}>${t('entrance.another')}</${Button}></section>`}
    ${children}
    ${locked === 'deed' && html`<${Dialog} title=${t('entrance.deed')} onClose=${unlock}>
      <${SignIn} onDone=${who => { named(who); unlock(); }} /></${Dialog}>`}`;
};

/** The way out, for whoever is signed in. A bank has its own. */
export const WayOut = ({ place, id }) => id && !BUSINESSES[place.business]?.signedIn
  && html`<button class="tool" type="button" title=${id} onClick=${leave}>${t('signin.out')}</button>`;

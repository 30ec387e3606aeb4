// What is read: nothing for the moment, the thing itself, or why not; and a way to sign in where that is all that is missing.
import { html } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { SignIn } from './signin.js';
import { Refused } from './ui.js';

export const Loaded = ({ of, children }) => {
  if (of.error?.status === 401) return html`<${SignIn} onDone=${of.reload} />`;
  if (of.data !== undefined) return children(of.data);
  return of.error ? html`<${Refused} refusal=${of.error} />` : html`<p class="soft" aria-busy="true">${t('loading')}</p>`;
};

// Sign in, or register first.
import { html, useState } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { useAction } from '../lib/hooks.js';
import { register, signIn } from '../lib/session.js';
import { Choice, Field, Form, Refused } from './ui.js';

export const SignIn = ({ onDone }) => {
  const [fresh, setFresh] = useState(false);
  const enter = useAction(async ({ id, name, password }) => {
    await (fresh ? register(id, name, password) : signIn(id, password));
    onDone?.(id);
  });
  return html`<section class="card stack signin" aria-label=${t('signin')}>
    <h2>${t('signin.title')}</h2>
    <${Choice} value=${fresh} onChange=${setFresh} label=${t('signin')} options=${[[false, t('signin')], [true, t('signin.register')]]} />
    <${Form} onSubmit=${enter.run}>
      <${Field} label=${t('signin.id')} name="id" required autocomplete="username" autocapitalize="off" pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]{0,63}" />
      ${fresh && html`<${Field} label=${t('signin.name')} name="name" required maxlength="100" autocomplete="name" />`}
      <${Field} label=${t('signin.password')} name="password" type="password" required minlength="8" maxlength="200"
        autocomplete=${fresh ? 'new-password' : 'current-password'} />
      <button class="button main" aria-busy=${enter.busy ? 'true' : null}>${fresh ? t('signin.register.do') : t('signin.do')}</button></${Form}>
    <${Refused} refusal=${enter.refusal} /></section>`;
};

// Each request that moves money or an account is confirmed by its owner's password. It is asked for, used once, and
// kept nowhere.
import { html } from '../vendor/preact.js';
import { post } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { useAction } from '../lib/hooks.js';
import { confirmedBy, useSession } from '../lib/session.js';
import { Button, Dialog, Field, Refused } from '../components/ui.js';

/** `wish` is what is to be confirmed: `{words, path, body}`. */
export const Confirm = ({ wish, onDone, onClose }) => {
  const { id } = useSession();
  const confirm = useAction(async password => onDone(await post(wish.path, wish.body, { headers: confirmedBy(id, password) })));
  return html`<${Dialog} title=${t('bank.confirm')} onClose=${onClose}>
    <p>${wish.words}</p>
    <form class="stack" onSubmit=${event => { event.preventDefault(); confirm.run(event.currentTarget.elements.password.value); }}>
      <input type="text" name="username" value=${id} autocomplete="username" hidden readonly />
      <${Field} label=${t('bank.password', { id })} name="password" type="password" required autocomplete="current-password" autofocus />
      <${Refused} refusal=${confirm.refusal} />
      <div class="row"><button class="button main" aria-busy=${confirm.busy ? 'true' : null}>${t('bank.confirm.do')}</button>
        <${Button} onClick=${onClose}>${t('close')}</${Button}></div></form></${Dialog}>`;
};

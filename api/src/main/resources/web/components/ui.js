// The small parts that every page is put together from.
import { html, useEffect, useRef } from '../vendor/preact.js';
import { has, t } from '../lib/i18n.js';

const classes = (...names) => names.filter(Boolean).join(' ');

/** A button that runs an action: while it does, it takes no more clicks and says so. */
export const Button = ({ main, slim, wide, bad, busy, disabled, children, ...rest }) => html`
  <button type="button" class=${classes('button', main && 'main', slim && 'slim', wide && 'wide', bad && 'bad')}
    disabled=${disabled} aria-busy=${busy ? 'true' : null} ...${rest}>${children}</button>`;

/** A refusal in words, where it happened. */
export const Refused = ({ refusal }) => refusal && html`<p class="refused" role="alert">${wordsFor(refusal)}</p>`;

export const wordsFor = ({ code, problem, message }) => {
  if (code === 'MALFORMED') return (problem.errors ?? []).map(it => `${it.field}: ${it.detail}`).join(' · ') || message;
  return has(`code.${code}`) ? t(`code.${code}`, problem) : message;
};

const TONES = {
  good: ['COMPLETED', 'DELIVERY_COMPLETED', 'APPROVED', 'SETTLED', 'RETURNED_GOODS', 'SENT', 'RequestCompleted'],
  warn: ['REQUESTED', 'PAYMENT_REQUESTED', 'WAITING', 'CALLED', 'ORDERED', 'REGISTERED', 'PENDING'],
  bad: ['CANCELED', 'CANCELLED', 'FORCE_CANCELED', 'PAYMENT_CANCELED', 'OUT_OF_STOCK', 'REJECTED', 'VOIDED', 'FAILED',
    'RequestCancelled'],
  busy: ['MAKING', 'STARTED', 'PROGRESS', 'DELIVERY_IN_PROGRESS', 'ACCEPTED', 'PICKED'],
};
const toneOf = status => Object.keys(TONES).find(tone => TONES[tone].includes(status)) ?? '';

/** A status in words; a business may have its own word for it. */
export const statusWord = (status, business) =>
  t(has(`status.${business}.${status}`) ? `status.${business}.${status}` : `status.${status}`);
export const Pill = ({ status, business }) =>
  html`<span class=${classes('pill', toneOf(status))}>${statusWord(status, business)}</span>`;

/** A number to be raised and lowered, named for those who don't see it. */
export const Stepper = ({ value, onChange, min = 0, max = 10_000, label, by = 1 }) => html`
  <div class="step" role="group" aria-label=${label}>
    <button type="button" aria-label=${t('less')} disabled=${value <= min}
      onClick=${() => onChange(Math.max(min, value - by))}>−</button>
    <output>${value}</output>
    <button type="button" aria-label=${t('more')} disabled=${value >= max}
      onClick=${() => onChange(Math.min(max, value + by))}>+</button>
  </div>`;

/** One of a few. `options` are values and their words. */
export const Choice = ({ value, options, onChange, label, disabled }) => html`
  <div class="choice" role="group" aria-label=${label}>
    ${options.map(([one, word]) => html`<button type="button" key=${one} aria-pressed=${one === value ? 'true' : 'false'}
      disabled=${disabled} onClick=${() => one !== value && onChange(one)}>${word}</button>`)}
  </div>`;

export const Field = ({ label, children, ...input }) => html`
  <label class="field"><span>${label}</span>${children ?? html`<input ...${input} />`}</label>`;

/** A form that gives what was filled in, numbers as numbers, and nothing for what was left empty. */
export const Form = ({ onSubmit, children, ...rest }) => html`
  <form class="fields" ...${rest} onSubmit=${async event => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = {};
    for (const input of form.elements) {
      if (input.name && input.value !== '') given[input.name] = input.type === 'number' ? Number(input.value) : input.value;
    }
    if (await onSubmit(given)) form.reset();
  }}>${children}</form>`;

export const None = ({ children }) => html`<p class="none">${children}</p>`;

export const Dialog = ({ title, onClose, children }) => {
  const box = useRef(null);
  useEffect(() => {
    box.current.showModal();
  }, []);
  return html`<dialog ref=${box} aria-labelledby="dialog-title" onClose=${onClose}
    onClick=${event => event.target === box.current && box.current.close()}>
    <div class="stack"><h2 id="dialog-title">${title}</h2>${children}</div></dialog>`;
};

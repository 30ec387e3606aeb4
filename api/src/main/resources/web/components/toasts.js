// Messages to whoever looks at the page: read out, shown for a while, and gone.
import { html, useEffect, useState } from '../vendor/preact.js';

const STAYS = 5_000;
let show = () => {};
let count = 0;

export const toast = text => show(text);

export const Toasts = () => {
  const [all, setAll] = useState([]);
  useEffect(() => {
    show = text => {
      const id = ++count;
      setAll(before => [...before.slice(-2), { id, text }]);
      setTimeout(() => setAll(before => before.filter(it => it.id !== id)), STAYS);
    };
  }, []);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${all.map(it => html`<div class="toast" key=${it.id}>${it.text}</div>`)}</div>`;
};

// Columns of tickets. A ticket that goes from one column to another is seen to go.
import { html, useLayoutEffect, useRef } from '../vendor/preact.js';
import { t } from '../lib/i18n.js';
import { None } from './ui.js';

const CALM = matchMedia('(prefers-reduced-motion: reduce)');
const MOVE = { duration: 420, easing: 'cubic-bezier(.2, .8, .2, 1)' };

/** Everything with a `data-key` in it moves from where it was to where it is. */
export const useMoves = () => {
  const box = useRef(null);
  const places = useRef(new Map());
  useLayoutEffect(() => {
    const now = new Map();
    for (const element of box.current?.querySelectorAll('[data-key]') ?? []) {
      const { key } = element.dataset;
      const rect = { x: element.offsetLeft, y: element.offsetTop };
      for (let up = element.offsetParent; up && up !== box.current; up = up.offsetParent) {
        rect.x += up.offsetLeft;
        rect.y += up.offsetTop;
      }
      now.set(key, rect);
      if (!CALM.matches) animate(element, places.current.get(key), rect, places.current.size > 0);
    }
    places.current = now;
  });
  return box;
};

const animate = (element, before, now, shown) => {
  if (before && (before.x !== now.x || before.y !== now.y)) {
    element.animate([{ transform: `translate(${before.x - now.x}px, ${before.y - now.y}px)` }, { transform: 'none' }], MOVE);
  } else if (!before && shown) {
    element.animate([{ opacity: 0, transform: 'translateY(10px)' }, { opacity: 1, transform: 'none' }], MOVE);
  }
};

/** `columns`: `{title, items, none}`; `ticket(item)` draws one, `keyOf(item)` says which it is. */
export const Board = ({ columns, ticket, keyOf = item => item.number }) => {
  const box = useMoves();
  return html`<div class="board" ref=${box}>
    ${columns.map(({ title, items, none }) => html`<section class="column" key=${title} aria-label=${title}>
      <h2>${title}<span>${items.length || ''}</span></h2>
      ${items.length === 0 ? html`<${None}>${none ?? t('board.empty')}</${None}>` : html`<ul class="tickets">
        ${items.map(item => html`<li key=${keyOf(item)} data-key=${keyOf(item)} class="ticket">${ticket(item)}</li>`)}</ul>`}
    </section>`)}
  </div>`;
};

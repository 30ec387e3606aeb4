// The mill's wheel, in the race that turns it.
import { html } from '../vendor/preact.js';

const SPOKES = 12;
const at = (i, radius) => {
  const angle = (i / SPOKES) * 2 * Math.PI;
  return [200 + radius * Math.cos(angle), 160 + radius * Math.sin(angle)].map(it => it.toFixed(1));
};

export const Wheel = () => html`<svg viewBox="0 0 400 340" aria-hidden="true" fill="none" stroke="currentColor" stroke-linecap="round">
  <path d="M-10 62h92c22 0 30 10 34 26" stroke="#5fb3c8" stroke-width="13" opacity=".75" />
  <path d="M-10 52h96c26 0 38 14 42 32" stroke="#8fd0df" stroke-width="5" opacity=".9" />
  <path d="M0 78h70" stroke-width="3" opacity=".5" />
  <g class="wheel">
    <circle cx="200" cy="160" r="112" stroke-width="7" />
    <circle cx="200" cy="160" r="92" stroke-width="3" opacity=".55" />
    <circle cx="200" cy="160" r="20" stroke-width="6" />
    ${[...Array(SPOKES).keys()].map(i => {
      const [x1, y1] = at(i, 20);
      const [x2, y2] = at(i, 92);
      const [x3, y3] = at(i, 132);
      const [x4, y4] = at(i + 0.28, 126);
      return html`<path key=${i} d=${`M${x1} ${y1}L${x2} ${y2}`} stroke-width="4" opacity=".55" />
        <path d=${`M${x2} ${y2}L${x3} ${y3}L${x4} ${y4}`} stroke-width="5" />`;
    })}
  </g>
  <path d="M0 306c34 0 34-12 68-12s34 12 68 12 34-12 68-12 34 12 68 12 34-12 68-12 34 12 68 12" stroke="#5fb3c8" stroke-width="9" opacity=".8" />
  <path d="M14 328c34 0 34-10 68-10s34 10 68 10 34-10 68-10 34 10 68 10 34-10 68-10" stroke="#8fd0df" stroke-width="5" opacity=".8" />
</svg>`;

// Small drawings. What something on sale looks like is guessed from its name, so that every menu has pictures.
import { html } from '../vendor/preact.js';

const HUES = [28, 14, 42, 96, 160, 200, 330, 355];
const hash = text => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
const KINDS = [
  ['cake', /cake|tart|tiramisu|pudding|케이크|타르트/],
  ['bread', /bread|croissant|bagel|scone|toast|sandwich|cookie|muffin|빵|스콘|쿠키|샌드/],
  ['leaf', /tea|matcha|green|chamomile|earl|차$|티$|녹차|말차/],
  ['ice', /ice|cold|ade|smooth|frappe|juice|soda|lemon|berry|mango|peach|아이스|에이드|스무디|주스/],
];
const HUE_OF = [[/matcha|green|녹차|말차/, 110], [/choco|mocha|초코|모카/, 18], [/berry|딸기/, 350], [/lemon|레몬/, 52],
  [/latte|라떼|vanilla|바닐라/, 34], [/americano|espresso|brew|아메리카노|에스프레소/, 22], [/peach|mango|복숭아|망고/, 38]];

export const Picture = ({ name }) => {
  const text = name.toLowerCase();
  const kind = KINDS.find(([, words]) => words.test(text))?.[0] ?? 'mug';
  const hue = HUE_OF.find(([words]) => words.test(text))?.[1] ?? HUES[hash(text) % HUES.length];
  const drink = `hsl(${hue} 52% 46%)`;
  const light = `hsl(${hue} 60% 72%)`;
  return html`<svg viewBox="0 0 120 104" aria-hidden="true" fill="none" stroke-linecap="round" stroke-linejoin="round">
    ${DRAW[kind](drink, light)}</svg>`;
};

const steam = html`<path d="M46 22c-4-6 4-9 0-15M60 20c-4-6 4-9 0-15M74 22c-4-6 4-9 0-15" stroke="currentColor" stroke-width="2.500" opacity=".28" />`;
const DRAW = {
  mug: (drink, light) => html`${steam}
    <ellipse cx="60" cy="95" rx="44" ry="6" fill="currentColor" opacity=".08" />
    <path d="M86 46c16-3 20 24-4 26" stroke="#fff" stroke-width="7" /><path d="M86 46c16-3 20 24-4 26" stroke="currentColor" opacity=".14" stroke-width="7" />
    <path d="M28 34h62v26c0 20-10 32-31 32S28 80 28 60z" fill="#fff" /><path d="M28 34h62v26c0 20-10 32-31 32S28 80 28 60z" fill="currentColor" opacity=".06" />
    <ellipse cx="59" cy="35" rx="31" ry="8" fill=${drink} />
    <path d="M59 30c5-4 12 1 0 9-12-8-5-13 0-9z" fill=${light} />`,
  ice: (drink, light) => html`
    <ellipse cx="60" cy="98" rx="30" ry="5" fill="currentColor" opacity=".08" />
    <path d="M70 4 62 60" stroke=${drink} stroke-width="5" />
    <path d="M34 22h52l-6 68c-.5 5-4 8-9 8H49c-5 0-8.500-3-9-8z" fill="#fff" opacity=".75" />
    <path d="M36 40h48l-4.500 50c-.4 4-3 6-7 6h-25c-4 0-6.600-2-7-6z" fill=${drink} opacity=".85" />
    <rect x="44" y="46" width="14" height="14" rx="3" fill="#fff" opacity=".6" transform="rotate(-12 51 53)" />
    <rect x="60" y="52" width="15" height="15" rx="3" fill="#fff" opacity=".5" transform="rotate(14 67 60)" />
    <rect x="47" y="68" width="13" height="13" rx="3" fill="#fff" opacity=".4" transform="rotate(8 53 74)" />
    <circle cx="82" cy="26" r="10" fill=${light} /><circle cx="82" cy="26" r="6" fill="#fff" opacity=".6" />`,
  leaf: (drink, light) => html`${steam}
    <ellipse cx="60" cy="94" rx="46" ry="6" fill="currentColor" opacity=".08" />
    <path d="M88 50c14-2 15 18-6 18" stroke="#fff" stroke-width="6" /><path d="M88 50c14-2 15 18-6 18" stroke="currentColor" opacity=".14" stroke-width="6" />
    <path d="M24 42h68c0 28-12 44-34 44S24 70 24 42z" fill="#fff" /><path d="M24 42h68c0 28-12 44-34 44S24 70 24 42z" fill="currentColor" opacity=".06" />
    <ellipse cx="58" cy="43" rx="34" ry="8" fill=${light} />
    <path d="M46 44c4-9 16-9 23-3-6 8-17 9-23 3zm2 0c7-1 13-2 18-3" fill="hsl(120 35% 42%)" stroke="hsl(120 35% 32%)" stroke-width="1.200" />
    <rect x="20" y="88" width="76" height="6" rx="3" fill=${drink} opacity=".5" />`,
  cake: (drink, light) => html`
    <ellipse cx="60" cy="94" rx="48" ry="6" fill="currentColor" opacity=".08" />
    <path d="M18 62 70 36c14 1 28 10 32 22v32H18z" fill="#fff" /><path d="M18 62h84v10H18z" fill=${light} /><path d="M18 72h84v8H18z" fill=${drink} /><path d="M18 80h84v10H18z" fill=${light} opacity=".7" />
    <path d="M18 62 70 36c14 1 28 10 32 22v4z" fill=${drink} /><circle cx="74" cy="36" r="9" fill="hsl(354 70% 52%)" /><path d="M75 28c1-7 5-10 10-11" stroke="hsl(120 35% 38%)" stroke-width="2.500" />`,
  bread: (drink, light) => html`
    <ellipse cx="60" cy="88" rx="46" ry="6" fill="currentColor" opacity=".08" />
    <path d="M12 74C14 44 36 26 60 26s46 18 48 48c1 9-10 12-14 4-5-11-17-17-34-17s-29 6-34 17c-4 8-15 5-14-4z" fill="hsl(33 68% 58%)" />
    <path d="M40 32c-2 12-1 22 3 32M60 26v35M80 32c2 12 1 22-3 32M24 46c-1 10 0 16 4 24M96 46c1 10 0 16-4 24" stroke="hsl(27 60% 40%)" stroke-width="3" opacity=".55" />
    <path d="M32 40c6-6 13-9 20-10" stroke=${light} stroke-width="4" opacity=".8" />`,
};

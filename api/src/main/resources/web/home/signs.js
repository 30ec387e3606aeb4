// Each business's sign.
import { html } from '../vendor/preact.js';

const DRAWN = {
  cafe: 'M6 12h20v8a8 8 0 0 1-8 8h-4a8 8 0 0 1-8-8zM26 14h2a3 3 0 0 1 0 8h-2M12 4v4M17 3v5M22 4v4',
  coffeeshop: 'M4 13 16 5l12 8v15H4zM10 28v-9h12v9M10 23.500h12M14 13h4',
  rental: 'M12 9V6a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v3M3 11a2 2 0 0 1 2-2h22a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM3 18h26M16 16v4',
  riders: 'M8 21a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM25 21a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 25h9l3-13h-4M24 16l-7 6H9c0-4 2-6 6-6M4 8h9v8H4z',
  backbone: 'M3 8h8v6H3zM21 5h8v6h-8zM21 20h8v6h-8zM11 11h5V8h5M16 11v12h5',
  bank: 'M3 12 16 4l13 8zM6 12v12M12.500 12v12M19.500 12v12M26 12v12M3 28h26M4 24h24',
};

export const Sign = ({ business }) => html`<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d=${DRAWN[business]} /></svg>`;

// Drawings of things that are lent, guessed from their names.
import { html } from '../vendor/preact.js';

const KINDS = [
  ['screen', /monitor|display|projector|tv|screen|모니터|프로젝터/],
  ['laptop', /laptop|note|macbook|computer|pc|노트북|컴퓨터/],
  ['camera', /camera|lens|video|카메라|렌즈/],
  ['drill', /drill|saw|hammer|tool|공구|드릴|톱/],
];
const DRAWN = {
  screen: 'M18 16h84v54H18zM60 70v16M40 88h40',
  laptop: 'M28 20h64v46H28zM14 80h92l-8-14H22z',
  camera: 'M16 34h20l8-12h32l8 12h20v50H16zM60 44a16 16 0 1 1 0 32 16 16 0 0 1 0-32zM90 44h4',
  drill: 'M20 26h56v24H20zM76 32h14l14 6-14 6H76zM34 50l-6 36h24l4-36M104 38h8',
  box: 'M60 14 104 34v40L60 94 16 74V34zM16 34l44 20 44-20M60 54v40M38 24l44 20',
};

export const Tool = ({ name }) => {
  const kind = KINDS.find(([, words]) => words.test(name.toLowerCase()))?.[0] ?? 'box';
  return html`<svg class="tool-drawing" viewBox="0 0 120 104" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4"
    stroke-linejoin="round" stroke-linecap="round"><path d=${DRAWN[kind]} /></svg>`;
};

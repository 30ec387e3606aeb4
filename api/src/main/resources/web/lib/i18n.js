// Texts by their key, in the language that was chosen. No text stands anywhere else.
import en from '../i18n/en.js';
import ko from '../i18n/ko.js';
import { setting } from './settings.js';

export const LANGUAGES = { ko: '한국어', en: 'English' };
const TEXTS = { ko, en };

/** `t('cafe.placed', {number})`; a text without its key shows the key, which a test would find. */
export const t = (key, given = {}) =>
  (TEXTS[setting('lang')][key] ?? key).replace(/\{(\w+)}/g, (_, name) => given[name] ?? '');

export const has = key => key in TEXTS[setting('lang')];

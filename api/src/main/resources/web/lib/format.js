// Numbers and times as people in their language write them.
import { setting } from './settings.js';
import { t } from './i18n.js';

const made = new Map();
const format = (Kind, options) => {
  const key = setting('lang') + Kind.name + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Kind(setting('lang') === 'ko' ? 'ko-KR' : 'en-GB', options));
  return made.get(key);
};

export const number = value => format(Intl.NumberFormat, {}).format(value ?? 0);
export const money = value => t('money', { amount: number(value) });
export const clock = at => format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
export const moment = at =>
  format(Intl.DateTimeFormat, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
export const precisely = at =>
  format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', fractionalSecondDigits: 3 })
    .format(new Date(at));

/** How long ago, in the one unit that matters. */
export const ago = (at, now = Date.now()) => {
  const seconds = Math.max(0, Math.round((now - new Date(at).getTime()) / 1000));
  if (seconds < 5) return t('ago.now');
  const [value, unit] = seconds < 60 ? [seconds, 'second'] : seconds < 3600 ? [Math.floor(seconds / 60), 'minute']
    : seconds < 86_400 ? [Math.floor(seconds / 3600), 'hour'] : [Math.floor(seconds / 86_400), 'day'];
  return format(Intl.RelativeTimeFormat, { numeric: 'always', style: 'short' }).format(-value, unit);
};

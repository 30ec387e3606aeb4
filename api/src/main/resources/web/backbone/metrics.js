// The process's figures, looked at every few seconds and turned into rates.
import { useEffect, useState } from '../vendor/preact.js';

const EVERY = 3_000;
const KEPT = 100;
const LINE = /^(millrace_commands_total|millrace_commands_waiting|millrace_events_listeners|millrace_audit_checked|kafka_consumer_fetch_manager_records_(?:lag_max|consumed_total))(?:\{(.*)})? (\S+)$/gm;
const tag = (tags, name) => tags?.match(new RegExp(`(?:^|,)${name}="([^"]*)"`))?.[1] ?? '';

/** What a scrape says, by what is asked here: sums, not series. */
export const read = text => {
  const all = { commands: 0, refused: 0, waiting: 0, listeners: 0, events: 0, lag: {}, consumed: {} };
  for (const [, name, tags, figure] of text.matchAll(LINE)) {
    const value = Number(figure);
    const topic = tag(tags, 'topic');
    if (name === 'millrace_commands_total') {
      all.commands += value;
      if (tag(tags, 'outcome') !== 'accepted') all.refused += value;
    } else if (name === 'millrace_commands_waiting') all.waiting += value;
    else if (name === 'millrace_events_listeners') all.listeners += value;
    else if (name === 'millrace_audit_checked') all.events += value;
    else if (topic.includes('.') && Number.isFinite(value)) {
      const [sums, add] = name.endsWith('lag_max') ? [all.lag, Math.max] : [all.consumed, (one, other) => one + other];
      const side = `${tag(tags, 'spring_id')}|${topic}`;
      sums[side] = add(sums[side] ?? 0, value);
    }
  }
  return all;
};

const rates = (now, before, seconds) => ({
  ...now,
  commandRate: Math.max(0, (now.commands - before.commands) / seconds),
  eventRate: Math.max(0, (now.events - before.events) / seconds),
  topicRate: Object.fromEntries(Object.entries(now.consumed).map(([side, sum]) =>
    [side, Math.max(0, (sum - (before.consumed[side] ?? sum)) / seconds)])),
});

/** The last look with its rates, and a short history of them for a plot. */
export const useMetrics = () => {
  const [state, setState] = useState({ now: null, history: [] });
  useEffect(() => {
    let timer = 0;
    let gone = false;
    let before = null;
    const look = async () => {
      try {
        if (!document.hidden) {
          const at = Date.now();
          const now = read(await (await fetch('/metrics')).text());
          if (gone) return;
          const seen = before ? rates(now, before.now, (at - before.at) / 1000) : { ...now, commandRate: 0, eventRate: 0, topicRate: {} };
          before = { now, at };
          setState(({ history }) => ({ now: seen, history: [...history.slice(1 - KEPT), { at, ...pick(seen) }] }));
        }
      } catch {
        before = null;
      }
      if (!gone) timer = setTimeout(look, EVERY);
    };
    look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return state;
};

const pick = ({ commandRate, eventRate }) => ({ commandRate, eventRate });

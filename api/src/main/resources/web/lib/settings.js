// What a browser remembers of whoever uses it: language, light or dark, and the names they go by.
import { useEffect, useState } from '../vendor/preact.js';

const PREFIX = 'millrace.';
const listeners = new Set();

const read = (name, otherwise) => {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return otherwise;
  }
};
const values = {};
const DEFAULTS = {
  lang: () => ((navigator.language ?? 'ko').startsWith('ko') ? 'ko' : 'en'),
  theme: () => 'auto',
};

export const setting = (name, otherwise) => (values[name] ??= read(name, null) ?? DEFAULTS[name]?.() ?? otherwise);

export const remember = (name, value) => {
  values[name] = value;
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // a browser that keeps nothing still works until it is closed
  }
  apply();
  listeners.forEach(listener => listener());
};

/** The value, and how to change it; everything that uses it is drawn anew. */
export const useSetting = (name, otherwise) => {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = () => again(count => count + 1);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return [setting(name, otherwise), value => remember(name, value)];
};

export const apply = () => {
  const root = document.documentElement;
  root.lang = setting('lang');
  if (setting('theme') === 'auto') delete root.dataset.theme; else root.dataset.theme = setting('theme');
};

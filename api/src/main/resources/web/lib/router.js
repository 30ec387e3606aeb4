// Addresses and pages. Links are real links; only a plain click on one of ours is handled here.
import { useEffect, useState } from '../vendor/preact.js';

const listeners = new Set();

export const go = (path, { replace = false } = {}) => {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  listeners.forEach(listener => listener());
  window.scrollTo(0, 0);
};

const ours = path => path === '/' || path === '/backbone' || path.startsWith('/ui');

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.target || link.hash || link.origin !== location.origin || !ours(link.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search);
});

export const usePath = () => {
  const [path, setPath] = useState(location.pathname + location.search);
  useEffect(() => {
    const listener = () => setPath(location.pathname + location.search);
    listeners.add(listener);
    window.addEventListener('popstate', listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('popstate', listener);
    };
  }, []);
  return path;
};

/** `/ui/cafe/shops/:desk/kiosk` against an address: its parts, or null. */
export const match = (pattern, path) => {
  const [wanted, given] = [pattern, path.split('?')[0]].map(it => it.replace(/\/$/, '').split('/'));
  if (wanted.length !== given.length) return null;
  const parts = {};
  for (const [i, want] of wanted.entries()) {
    if (want.startsWith(':')) parts[want.slice(1)] = decodeURIComponent(given[i]);
    else if (want !== given[i]) return null;
  }
  return parts;
};

// The one live connection of a page: what happens at its desk, or to its person. A connection that breaks goes on after
// the last event it had; where that can't be, everybody is told to look again, so a gap never stays.
import { note } from './tokens.js';

const AGAIN = 2_000;
const SELDOM = 30_000;
const HIDDEN_FOR = 20_000;
const LOOK_AGAIN = 15_000;

/** A browser doesn't say why a connection was refused; whoever asks plainly is told. */
const isKept = async query => {
  const asking = new AbortController();
  try {
    // the header says that a page asks: then a browser doesn't ask for passwords by itself
    const headers = { 'X-Requested-With': 'Millrace' };
    const { status } = await fetch(`/events?${query}`, { signal: asking.signal, cache: 'no-store', headers });
    return status === 401 || status === 403;
  } catch {
    return false;
  } finally {
    asking.abort();
  }
};

/** States: `off` (nothing to listen to), `connecting`, `live`, `broken`. */
export const openLive = (query, onState) => {
  const listeners = new Set();
  let source = null;
  let timer = 0;
  let lost = false;
  let kept = false;
  let stopped = false;
  let wait = AGAIN;
  const tell = event => listeners.forEach(listener => listener(event));

  const heard = ({ data }) => {
    const event = JSON.parse(data);
    note(event.token);
    tell(event);
  };
  const open = () => {
    clearTimeout(timer);
    if (source || !query) return;
    onState(lost ? 'broken' : 'connecting');
    let fresh = true;
    source = new EventSource(`/events?${query}`);
    source.onmessage = heard;
    source.onopen = () => {
      onState('live');
      // what a browser takes up again by itself goes on where it was; what begins anew may have missed something
      if (fresh) tell({ type: 'again' });
      fresh = false;
      lost = false;
      wait = AGAIN;
    };
    source.onerror = () => {
      onState('broken');
      // a browser comes back by itself, and resumes; but not after a refusal
      if (source?.readyState === EventSource.CLOSED) {
        lost = true;
        close();
        isKept(query).then(yes => !stopped && (yes ? lookNowAndThen() : openLater()));
      }
    };
  };
  const openLater = () => {
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, SELDOM);
  };
  /** Nothing is told live to whoever may not listen; but what they may see still changes. */
  const lookNowAndThen = () => {
    onState('off');
    kept = true;
    timer = setTimeout(() => { tell({ type: 'again' }); lookNowAndThen(); }, LOOK_AGAIN);
  };
  const close = () => {
    source?.close();
    source = null;
  };
  // a browser has few connections per server: a page that nobody sees gives its own back
  const seen = () => {
    if (kept) return;
    clearTimeout(timer);
    if (document.hidden) {
      timer = setTimeout(() => { lost = source !== null || lost; close(); }, HIDDEN_FOR);
    } else {
      open();
    }
  };
  document.addEventListener('visibilitychange', seen);
  if (query) open(); else onState('off');

  return {
    on: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(timer);
      close();
    },
  };
};

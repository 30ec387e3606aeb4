// What pages are made of: something read and kept fresh, and something done.
import { createContext, useCallback, useContext, useEffect, useRef, useState } from '../vendor/preact.js';
import { get } from './api.js';

/** The page's live connection: `on(listener)` gives back how to stop. */
export const Live = createContext({ on: () => () => {} });

const TOGETHER = 80;
const isEvent = event => event.type !== 'notice';

/** Reads a path, and again whenever something happens that matters to it. What is there stays while more is fetched. */
export const useResource = (path, matters = isEvent) => {
  const live = useContext(Live);
  const [state, setState] = useState({ path: null });
  const decide = useRef(matters);
  decide.current = matters;
  const reload = useRef(() => {});
  useEffect(() => {
    if (!path) return undefined;
    const gone = new AbortController();
    let busy = false;
    let more = false;
    const load = async () => {
      if (busy) {
        more = true;
        return;
      }
      busy = true;
      try {
        const data = await get(path, { signal: gone.signal });
        setState({ path, data });
      } catch (error) {
        if (!gone.signal.aborted) setState(before => ({ ...(before.path === path ? before : {}), path, error }));
      }
      busy = false;
      if (more && !gone.signal.aborted) {
        more = false;
        setTimeout(load, TOGETHER);
      }
    };
    reload.current = load;
    load();
    const off = live.on(event => (event.type === 'again' || decide.current(event)) && load());
    return () => {
      off();
      gone.abort();
    };
  }, [path, live]);
  return { ...(state.path === path ? state : {}), reload: useCallback(() => reload.current(), []) };
};

/** Reads it again every few seconds, for what tells nobody when it changes. */
export const useAgain = (resource, every = 4_000) => useEffect(() => {
  const timer = setInterval(() => document.hidden || resource.reload(), every);
  return () => clearInterval(timer);
}, [every]);

/** Something that can be refused: says whether it runs, and what it was refused with. One at a time. */
export const useAction = work => {
  const [state, setState] = useState({ busy: false, refusal: null });
  const running = useRef(false);
  const latest = useRef(work);
  latest.current = work;
  const run = useCallback(async (...given) => {
    if (running.current) return undefined;
    running.current = true;
    setState({ busy: true, refusal: null });
    try {
      const done = await latest.current(...given);
      setState({ busy: false, refusal: null });
      return done;
    } catch (refusal) {
      setState({ busy: false, refusal });
      return undefined;
    } finally {
      running.current = false;
    }
  }, []);
  const clear = useCallback(() => setState({ busy: false, refusal: null }), []);
  return { ...state, run, clear };
};

/** Makes the page look at the clock now and then. */
export const useClock = (every = 1000) => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
};

/** Calls with each event of the page's connection. */
export const useEvents = listener => {
  const live = useContext(Live);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => live.on(event => latest.current(event)), [live]);
};

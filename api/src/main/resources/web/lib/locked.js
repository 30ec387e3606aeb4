// Whether something on the page was kept from whoever looks, because nobody is signed in: then the page asks who it is.
import { useEffect, useState } from '../vendor/preact.js';

let locked = false;
const listeners = new Set();

/** Told by whoever was answered 401. */
export const lock = () => {
  if (locked) return;
  locked = true;
  listeners.forEach(listener => listener(true));
};

export const useLocked = () => {
  const [now, setNow] = useState(locked);
  useEffect(() => {
    listeners.add(setNow);
    setNow(locked);
    return () => listeners.delete(setNow);
  }, []);
  return now;
};

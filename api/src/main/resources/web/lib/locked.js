// What was kept from whoever looks: a page, because nobody is signed in; something they wanted done, for the same reason;
// or what their roles don't allow. The frame around the page says so, once, and asks who it is.
import { useEffect, useState } from '../vendor/preact.js';

const GRAVITY = [null, 'role', 'deed', 'page'];

let locked = null;
const listeners = new Set();

const become = what => {
  locked = what;
  listeners.forEach(listener => listener(what));
};

/** Told by whoever was refused; the graver one stays. */
export const lock = what => {
  if (GRAVITY.indexOf(what) > GRAVITY.indexOf(locked)) become(what);
};

/** Another page, or somebody who is signed in now. */
export const unlock = () => become(null);

export const useLocked = () => {
  const [now, setNow] = useState(locked);
  useEffect(() => {
    listeners.add(setNow);
    setNow(locked);
    return () => listeners.delete(setNow);
  }, []);
  return now;
};

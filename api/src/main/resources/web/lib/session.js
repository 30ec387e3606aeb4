// Who is signed in, if anybody. The session itself is a cookie that no script sees; only the name is known here.
import { useEffect, useState } from '../vendor/preact.js';
import { get, post, remove } from './api.js';
import { remember } from './settings.js';
import { forget } from './tokens.js';

let who = null;
let asked = null;
const listeners = new Set();

const become = person => {
  who = person;
  listeners.forEach(listener => listener());
};

const nobody = () => {
  remember('who', '');
  become({ id: null });
};

/** Only the other side knows that nobody is: a page that is left, or a wire that breaks, says nothing of it. */
const unknown = failure => {
  if (failure.status === 401) return nobody();
  asked = null;
  become({ id: null });
};

const look = () => (asked ??= get('/people/sessions/current').then(become, unknown));

/** `id` is undefined until it is known, and null if nobody is signed in. It is asked for where it matters. */
export const useSession = (matters = true) => {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = () => again(count => count + 1);
    listeners.add(listener);
    if (matters) look();
    return () => listeners.delete(listener);
  }, [matters]);
  return who ?? { id: undefined };
};

export const signIn = async (id, password) => {
  await post('/people/sessions', { id, password });
  // so that the next page asks who is signed in, which a page that nobody signed in for doesn't
  remember('who', id);
  become({ id, ...(await get('/people/sessions/current')) });
};

export const register = async (id, name, password) => {
  await post('/people', { id, name, password });
  await signIn(id, password);
};

export const signOut = async () => {
  await remove('/people/sessions/current');
  forget();
  nobody();
};

/** What confirms a single request: the owner's id and password, in the request's own header and nowhere else. */
export const confirmedBy = (id, password) => ({
  Authorization: `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${id}:${password}`)))}`,
});

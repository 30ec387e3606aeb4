// The public HTTP interface, used as anybody may use it: one key per wish however often it is sent, and never back in
// time. Optimism ends here: a write is done when its receipt is there, and not before.
import { lock } from './locked.js';
import { note, tokensOf } from './tokens.js';

const PATIENCE = 30_000;
const sleep = ms => new Promise(done => setTimeout(done, ms));

/** A refusal, or no answer at all (status 0). `code` is stable; the rest of the problem is there too. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.code);
    this.status = status;
    this.code = problem.code ?? 'UNREACHABLE';
    this.problem = problem;
  }
}

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
const isJson = response => /json/.test(response.headers.get('Content-Type') ?? '');
const bodyOf = async response => (isJson(response) ? response.json() : response.text());
const pause = (response, tries) =>
  Math.max(Number(response?.headers.get('Retry-After') ?? 0) * 1000, 200) * (0.5 + Math.random()) * Math.min(tries, 4);

/** Asks again while the other side isn't there or says "later"; whoever is asked sees the same key each time. */
const insist = async (path, options, until) => {
  for (let tries = 1; ; tries++) {
    let response = null;
    try {
      // the header says that a page asks: then a browser doesn't ask for passwords by itself
      response = await fetch(path, { credentials: 'same-origin', ...options, headers: { ...options.headers, 'X-Requested-With': 'Millrace' } });
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
    }
    if (response && response.status !== 503) return response;
    if (Date.now() > until) {
      throw new Refusal(response?.status ?? 0, response ? await bodyOf(response) : { code: 'UNREACHABLE' });
    }
    await sleep(pause(response, tries));
  }
};

const told = async (response, headers, kept) => {
  note(response.headers.get('Journal-Token'));
  const body = response.status === 204 ? null : await bodyOf(response);
  const refused = !response.ok && refusal(response, body ?? {}, headers, kept);
  if (refused) throw refused;
  return body;
};

/** Who didn't say who they are is asked to; whoever did with this very request is told what was wrong with it. */
const refusal = (response, problem, headers, kept) => {
  const asked = response.url.includes('/people/sessions') || headers?.Authorization;
  if (response.status === 403) lock('role');
  if (response.status !== 401 || asked) return new Refusal(response.status, problem);
  lock(kept);
  return new Refusal(401, { ...problem, code: 'SIGN_IN' });
};

/** Reads; of a business's page, at least what was seen before. */
export const get = async (path, { headers, signal, patience = PATIENCE } = {}) => {
  const token = tokensOf(path.split('/')[1]);
  const all = { ...(token && { 'Journal-Token': token }), ...headers };
  return told(await insist(path, { headers: all, signal, cache: 'no-store' }, Date.now() + patience), headers, 'page');
};

/** Writes, and comes back with the resource as it is now. `headers` may confirm who asks. */
export const send = async (method, path, body, { headers, key = newKey() } = {}) => {
  const until = Date.now() + PATIENCE;
  const response = await insist(path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), 'Idempotency-Key': key, ...headers },
  }, until);
  if (response.status === 202) return receipt(response.headers.get('Location'), headers, until);
  return told(response, headers, 'deed');
};

/** Taken, but not answered in time: what came of it will be here. */
const receipt = async (location, headers, until) => {
  for (;;) {
    const response = await insist(location, { headers }, until);
    if (response.ok) {
      note(response.headers.get('Journal-Token'));
      const outcome = await response.json();
      if (outcome.status >= 400) throw new Refusal(outcome.status, outcome.body ?? {});
      return outcome.body;
    }
    if (Date.now() > until) throw new Refusal(0, { code: 'UNREACHABLE' });
    await sleep(500);
  }
};

export const post = (path, body, options) => send('POST', path, body, options);
export const patch = (path, body, options) => send('PATCH', path, body, options);
export const put = (path, body, options) => send('PUT', path, body, options);
export const remove = (path, options) => send('DELETE', path, undefined, options);

// Reads a piece of a desk's journal from its event stream, from a place on, and no longer than it has to.
const BACK = 25;
const PATIENCE = 4_000;
const QUIET = 300;
const OURS = { 'X-Requested-With': 'Millrace' };

const seqOf = token => Number(token.slice(token.lastIndexOf('@') + 1));

/** The events and notices of one command, up to the place that its receipt names. */
export const eventsOf = async (business, desk, receipt, signal) => {
  const seq = seqOf(receipt.token);
  const told = await between(business, desk, Math.max(0, seq - BACK), seq, signal);
  const events = told.filter(it => it.type !== 'notice' && it.commandId === receipt.key);
  return [...events, ...told.filter(it => it.type === 'notice' && events.some(event => event.token === it.token))];
};

/** A desk's last events, newest first; `path` is any page of the desk, which says roughly how far it is. */
export const lately = async (business, desk, path, many, signal) => {
  const response = await fetch(path, { signal, headers: OURS });
  const seq = seqOf(response.headers.get('Journal-Token') ?? '@0');
  const told = await between(business, desk, Math.max(0, seq - many), Infinity, signal);
  return told.filter(it => it.type !== 'notice').reverse();
};

/** Everything that was told after one place and up to another. */
const between = async (business, desk, after, upTo, signal) => {
  const found = [];
  if (upTo <= after) return found;
  const ended = new AbortController();
  let timer = setTimeout(() => ended.abort(), PATIENCE);
  signal.addEventListener('abort', () => ended.abort());
  try {
    const response = await fetch(`/events?business=${business}&desk=${encodeURIComponent(desk)}`, {
      headers: { ...OURS, 'Last-Event-ID': `${business}/${desk}@${after}` }, signal: ended.signal });
    for await (const event of parsed(response.body)) {
      const seq = seqOf(event.token);
      if (seq > upTo) break;
      found.push(event);
      // its notices come in the same breath; and after the last event there is quiet
      if (seq === upTo || upTo === Infinity) {
        clearTimeout(timer);
        timer = setTimeout(() => ended.abort(), QUIET);
      }
    }
  } catch (failure) {
    if (failure.name !== 'AbortError') throw failure;
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
  return found;
};

async function* parsed(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').find(line => line.startsWith('data: '));
      if (data) yield JSON.parse(data.slice('data: '.length));
    }
  }
}

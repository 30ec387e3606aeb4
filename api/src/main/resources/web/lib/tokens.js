// How far this page has seen each journal. What it asks for next is never older than that.
const seen = new Map();
const MOST = 16;

/** Takes note of `business/desk@seq`, or several with commas between. */
export const note = text => {
  for (const token of (text ?? '').split(',')) {
    const at = token.lastIndexOf('@');
    const place = token.slice(0, at).trim();
    const seq = Number.parseInt(token.slice(at + 1), 10);
    if (at > 0 && seq > (seen.get(place) ?? 0)) {
      seen.delete(place);
      seen.set(place, seq);
    }
  }
};

/** What to send with a read of this business: the places seen last, or nothing. */
export const tokensOf = business =>
  [...seen].filter(([place]) => place.startsWith(`${business}/`)).slice(-MOST)
    .map(([place, seq]) => `${place}@${seq}`).join(',');

export const forget = () => seen.clear();

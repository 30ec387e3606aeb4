// Which rows of a desk's page tell of an event: found by the fields that name them.
import { get } from '../lib/api.js';
import { BUSINESSES } from '../routes.js';

/** A transfer has the number of the account that it leaves, and is a row there only. */
const OF_BANK = {
  TransferSent: 'transfers', TransferCompleted: 'transfers', TransferReturned: 'transfers', TransferReceived: '', TransferRejected: '',
};

const ROWS = {
  cafe: { number: 'orders', item: 'menu' },
  coffeeshop: { number: 'orders', product: 'stocks' },
  rental: { number: 'orders', equipment: 'equipment' },
  riders: { number: 'deliveries' },
  bank: { entry: 'history', number: ({ type }) => OF_BANK[type] ?? 'requests' },
};

/** Rows that some of these events changed, as they are now, with the place that changed them last. */
export const rowsOf = async (business, desk, receipt, events, signal) => {
  const base = `/${business}/${BUSINESSES[business].desks}/${desk}`;
  const addresses = new Set();
  for (const event of events.filter(it => it.type !== 'notice')) {
    const { data } = event;
    for (const [field, of] of Object.entries(ROWS[business] ?? {})) {
      const list = typeof of === 'function' ? of(event) : of;
      if (list && data[field] !== undefined && data[field] !== null) addresses.add(`${base}/${list}/${data[field]}`);
    }
    for (const line of data.lines ?? []) if (line.item) addresses.add(`${base}/menu/${line.item}`);
  }
  const rows = [];
  for (const address of addresses) {
    try {
      const row = await get(address, { signal, patience: 3000 });
      rows.push({ address, row, token: row.token });
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
      // a row that a later event took away
    }
  }
  return rows;
};

// Every page there is: whose it is, where it stands, and the file that makes it, fetched when it is first needed.
import { setting } from './lib/settings.js';
import { match } from './lib/router.js';

/**
 * Of each business: how its desks are called in addresses, the desk one starts at, and its pages in order; and whether
 * one has to be signed in to see anything there.
 */
export const BUSINESSES = {
  cafe: {
    desks: 'shops', desk: 'gangnam',
    roles: [
      { name: 'kiosk', load: () => import('./cafe/kiosk.js') },
      { name: 'barista', load: () => import('./cafe/barista.js') },
      { name: 'delivery', load: () => import('./cafe/delivery.js') },
      { name: 'owner', load: () => import('./cafe/owner.js') },
      { name: 'customers', person: 'customer', otherwise: 'HSI', load: () => import('./cafe/mypage.js') },
    ],
  },
  coffeeshop: {
    desks: 'shops', desk: 'hongdae',
    roles: [
      { name: 'counter', load: () => import('./coffeeshop/counter.js') },
      { name: 'kitchen', load: () => import('./coffeeshop/kitchen.js') },
      { name: 'warehouse', load: () => import('./coffeeshop/warehouse.js') },
      { name: 'customers', person: 'customer', otherwise: 'HSI', load: () => import('./coffeeshop/mypage.js') },
    ],
  },
  rental: {
    desks: 'depots', desk: 'seoul',
    roles: [
      { name: 'catalogue', load: () => import('./rental/catalogue.js') },
      { name: 'approvals', load: () => import('./rental/approvals.js') },
      { name: 'mis', load: () => import('./rental/mis.js') },
      { name: 'employees', person: 'employee', otherwise: 'kim', load: () => import('./rental/mypage.js') },
    ],
  },
  riders: {
    desks: 'zones', desk: 'mapo',
    roles: [
      { name: 'dispatch', load: () => import('./riders/dispatch.js') },
      { name: 'ride', load: () => import('./riders/ride.js') },
      { name: 'restaurants', person: 'restaurant', otherwise: 'bistro', load: () => import('./riders/restaurant.js') },
    ],
  },
  bank: {
    desks: 'accounts', desk: '110-234', signedIn: true,
    roles: [
      { name: 'customers', person: 'customer', otherwise: 'HSI', load: () => import('./bank/mybank.js') },
      { name: 'account', load: () => import('./bank/account.js') },
    ],
  },
};

export const rolesOf = business => BUSINESSES[business].roles;

/** The address of a role's page: at a desk, or somebody's own. */
export const pathOf = (business, role, name) => {
  const it = BUSINESSES[business].roles.find(one => one.name === role);
  return it.person ? `/ui/${business}/${role}/${encodeURIComponent(name)}`
    : `/ui/${business}/${BUSINESSES[business].desks}/${encodeURIComponent(name)}/${role}`;
};

/** Where a role's page is for whoever uses this browser. */
export const usualPath = (business, role) => pathOf(business, role.name, role.person
  ? setting(`${business}.${role.person}`, role.otherwise)
  : setting(`${business}.desk`, BUSINESSES[business].desk));

/** What an address stands for, and how its page is fetched; null if there is no such page. */
export const placeOf = path => {
  if (match('/', path) || match('/ui', path)) return { load: () => import('./home/home.js') };
  if (match('/backbone', path)) return { page: 'backbone', load: () => import('./backbone/backbone.js') };
  for (const [business, { desks, roles }] of Object.entries(BUSINESSES)) {
    for (const role of roles) {
      const found = match(role.person ? `/ui/${business}/${role.name}/:name` : `/ui/${business}/${desks}/:name/${role.name}`, path);
      if (found) return { business, role: role.name, load: role.load, [role.person ? 'person' : 'desk']: found.name, word: role.person };
    }
  }
  return null;
};

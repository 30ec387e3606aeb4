// What rental's pages know of an order in common.
export const DEPOTS = '/rental/depots/';
export const STEPS = ['ORDERED', 'APPROVED', 'RETURNED'];
export const isOver = order => ['REJECTED', 'CANCELLED', 'RETURNED'].includes(order.status);

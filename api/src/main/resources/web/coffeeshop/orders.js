// What the coffee shop's pages know of an order in common.
export const SHOPS = '/coffeeshop/shops/';
export const STEPS = ['REQUESTED', 'MAKING', 'COMPLETED'];
export const isOver = order => ['COMPLETED', 'CANCELED'].includes(order.status);
export const canCancel = order => ['REQUESTED', 'OUT_OF_STOCK'].includes(order.status);
export const aboutStocks = event => 'product' in (event.data ?? {});

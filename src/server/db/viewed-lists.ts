/** The lists of which people keep views and choose columns. */
export const VIEWED_LISTS = ['queue', 'all-tickets'] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];

/** What a person can choose for itself, as its row names it. */
export const columnsOfList = (list: ViewedList) => `columns:${list}`;
export const KEYBOARD = 'keyboard';

/** The field by which a form says that it is only to be kept. */
export const KEEP_INTENT = { name: 'intent', value: 'keep' } as const;

/** The field by which a form says that it is only to be kept. */
export const KEEP_INTENT = { name: 'intent', value: 'keep' } as const;

/** The field that says which draft the form's page had shown: the instant at which it was saved. */
export const DRAFT_SEEN = 'draftSeen';

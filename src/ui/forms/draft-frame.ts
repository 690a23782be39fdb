/** The field by which a form says that it is only to be kept. */
export const KEEP_INTENT = { name: 'intent', value: 'keep' } as const;

/** The field that says which draft the form's page had shown: the instant at which it was saved. */
export const DRAFT_SEEN = 'draftSeen';

/** What a form that is kept knows of its draft: the instant of the one that it shows, empty for none, and one load of its page. */
export type ShownDraft = { seen: string; page: string };

/** A card around a radio button or a check box; the chosen one is washed. */
export const CHOICE_CLASS =
  'flex items-start gap-3 px-4 py-3.5 border border-line-strong rounded-field bg-white cursor-pointer hover:bg-wash has-checked:border-action has-checked:shadow-[inset_0_0_0_1px_var(--color-action)] has-checked:bg-action-wash';

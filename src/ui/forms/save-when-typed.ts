/** So long after the last change. */
const DELAY_MS = 1500;

type Saving = {
  save: () => void;
  /** The form is on its way by itself. */
  onSubmit: () => void;
  /** It differs already from what was saved. */
  isChanged: boolean;
};

/** Saves a form a moment after it was typed in, and what waits for that when its reader goes; gives what ends it. */
export function saveWhenTyped(form: HTMLFormElement, { save, onSubmit, isChanged }: Saving): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const saveNow = () => {
    cancel();
    save();
  };
  const saveIfDue = () => {
    if (timer !== undefined) saveNow();
  };
  const saveSoon = () => {
    cancel();
    timer = setTimeout(saveNow, DELAY_MS);
  };
  const onSent = () => {
    cancel();
    onSubmit();
  };
  const onHide = () => {
    if (document.visibilityState === 'hidden') saveIfDue();
  };
  if (isChanged) saveSoon();
  form.addEventListener('input', saveSoon);
  form.addEventListener('submit', onSent);
  document.addEventListener('visibilitychange', onHide);
  return () => {
    form.removeEventListener('input', saveSoon);
    form.removeEventListener('submit', onSent);
    document.removeEventListener('visibilitychange', onHide);
    saveIfDue();
  };
}

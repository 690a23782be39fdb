/** The links to tickets that a list on the page leads with, one for each row. */
export function ticketLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('main table th[scope="row"] a[href]')].filter((link) => /^\/(tickets|fines|reviews)\//.test(link.getAttribute('href') ?? ''));
}

/** The row that has the focus, by its link. */
export function focusedLink(): HTMLAnchorElement | null {
  const row = document.activeElement?.closest('tr');
  return ticketLinks().find((link) => link.closest('tr') === row) ?? null;
}

const LIST = 'ticket-list';

/** Remembers a list while one of its tickets is read; addresses of tickets only, and for this tab alone. */
export function rememberList(): void {
  const links = ticketLinks();
  if (links.length > 0) sessionStorage.setItem(LIST, JSON.stringify(links.map((link) => link.getAttribute('href'))));
}

export function rememberedList(): string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(LIST) ?? '[]');
  return Array.isArray(kept) ? kept.filter((href) => typeof href === 'string') : [];
}

/** Picks a row's box as a press on it would. */
export function pickRow(link: HTMLAnchorElement): boolean {
  const box = link.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  return box !== null && box !== undefined;
}

/** Hands a row's ticket to the reader through the list's own form, as its bar would; false where the list has none. */
export function assignRow(link: HTMLAnchorElement): boolean {
  const box = link.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox][name="ticket"]');
  const form = box?.form;
  if (!box || form?.id !== 'picked') return false;
  const only = Object.assign(document.createElement('input'), { type: 'hidden', name: 'only', value: box.value });
  const mine = Object.assign(document.createElement('button'), { type: 'submit', name: 'intent', value: 'mine', hidden: true });
  form.append(only, mine);
  form.requestSubmit(mine);
  only.remove();
  mine.remove();
  return true;
}

/** Hands the open ticket to the reader, who stands first after *nobody*; false where it cannot be assigned. */
export function assignOpenTicket(): boolean {
  const form = document.querySelector<HTMLFormElement>('form#assign-ticket');
  const choice = form?.querySelector<HTMLSelectElement>('select[name="assigneeId"]');
  const me = choice?.options[1];
  if (!form || !choice || !me) return false;
  choice.value = me.value;
  form.requestSubmit();
  return true;
}

/** What the address ends with where a ticket is opened in order to answer or decide it. */
export const ANSWER_HASH = '#answer-form';

/** Where an open ticket is answered or decided, its first field in focus. */
export function goToAnswer(): boolean {
  const place = document.querySelector<HTMLElement>('#answer-form, #decision-form');
  const field = place?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, a[href], button');
  place?.scrollIntoView({ block: 'start' });
  field?.focus();
  return field !== null && field !== undefined;
}

import { neighbour, type ShortcutAct } from './shortcuts';
import { ANSWER_HASH, assignOpenTicket, assignRow, focusedLink, goToAnswer, pickRow, rememberedList, rememberList, ticketLinks } from './ticket-rows';

type Around = { pathname: string; go: (href: string) => void; showHelp: () => void };

/** An act on the row in focus; what it says when there is none, or it cannot be done. */
function onRow(act: (link: HTMLAnchorElement) => string): string {
  const link = focusedLink();
  return link === null ? 'Go to a ticket of the list first, with j.' : act(link);
}

/** On a list to the row beside, on a ticket to the one beside it in the list that led there. */
function move(step: 1 | -1, { pathname, go }: Around): string {
  const links = ticketLinks();
  if (links.length > 0) {
    const next = neighbour(links, focusedLink(), step);
    next?.focus();
    return next === null ? 'This is the end of the list.' : '';
  }
  const list = rememberedList();
  const href = list.includes(pathname) ? neighbour(list, pathname, step) : null;
  if (href === null) return 'There is no other ticket in the list you came from.';
  go(href);
  return '';
}

function openRow(hash: string, { go }: Around): string {
  return onRow((link) => {
    rememberList();
    go(`${link.getAttribute('href') ?? ''}${hash}`);
    return '';
  });
}

function assign(): string {
  if (ticketLinks().length > 0) return onRow((link) => (assignRow(link) ? '' : 'Tickets are not assigned on this list. Open it first.'));
  return assignOpenTicket() ? '' : 'This ticket cannot be assigned here.';
}

function answer(around: Around): string {
  if (ticketLinks().length > 0) return openRow(ANSWER_HASH, around);
  return goToAnswer() ? '' : 'There is nothing to answer here.';
}

/** The box at the top; on a phone, where the menu holds it, the page that searches. */
function search({ go }: Around): string {
  const box = document.querySelector<HTMLInputElement>('#top-search');
  if (box === null || box.offsetParent === null) go('/search');
  else box.focus();
  return '';
}

/** Does what a key asks for; what it could not do comes back as a sentence, else nothing. */
export function doShortcut(act: ShortcutAct, around: Around): string {
  switch (act) {
    case 'next':
      return move(1, around);
    case 'previous':
      return move(-1, around);
    case 'open':
      return openRow('', around);
    case 'pick':
      return onRow((link) => (pickRow(link) ? '' : 'This row cannot be selected.'));
    case 'assign':
      return assign();
    case 'answer':
      return answer(around);
    case 'search':
      return search(around);
    case 'help':
      around.showHelp();
      return '';
  }
}

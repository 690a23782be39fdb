/** One password for everybody in the sandbox. */
export const PASSWORD = 'prairie-sandbox-2026';

const RENATA = 'r.oyelaran@kestrelpark.example';
const SIMONE = 's.tran@countycare.example';
const INES = 'i.abara@hfs.example';
const YOLANDA = 'y.pruitt@hfs.example';
const PRIYA = 'p.raman@hfs.example';

/** Each page as a picture: its name, who looks at it (null: a visitor), its address, a link to follow from there or a ticket of the list by a number of it, and what to add to that address. */
export const SCREENS = [
  { name: 'home', who: null, path: '/?number=yes&received-month=10&received-day=20&received-year=2026' },
  { name: 'policy', who: null, path: '/policy?rule=mco-response&start-month=10&start-day=27&start-year=2026' },
  { name: 'sign-in', who: null, path: '/sign-in' },
  { name: 'clock', who: null, path: '/sandbox/clock' },
  { name: 'my-tickets', who: RENATA, path: '/my-tickets' },
  { name: 'ticket-provider', who: RENATA, path: '/my-tickets', ticket: 'CC-2026-118402' },
  { name: 'disagree', who: RENATA, path: '/my-tickets', ticket: 'CC-2026-118402', below: '/contest' },
  { name: 'accept', who: RENATA, path: '/my-tickets', ticket: 'CC-2026-118402', below: '/accept' },
  { name: 'file-start', who: RENATA, path: '/file' },
  { name: 'file-dispute', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/dispute' },
  { name: 'file-claims', who: RENATA, path: '/my-tickets', link: 'Draft, not sent' },
  { name: 'file-files', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/files' },
  { name: 'queue', who: SIMONE, path: '/queue' },
  { name: 'queue-fined', who: SIMONE, path: '/queue?tab=fined' },
  { name: 'ticket-plan', who: SIMONE, path: '/queue', ticket: 'CC-2026-118455' },
  { name: 'work', who: INES, path: '/work' },
  { name: 'work-close', who: INES, path: '/work?tab=close' },
  { name: 'work-overdue', who: INES, path: '/work?tab=overdue' },
  { name: 'work-no-number', who: INES, path: '/work?tab=no-number' },
  { name: 'correct', who: INES, path: '/work', ticket: '', below: '/correct' },
  { name: 'ticket-team', who: INES, path: '/work', ticket: '' },
  { name: 'work-undelivered', who: INES, path: '/work?tab=undelivered' },
  { name: 'fines', who: YOLANDA, path: '/fines' },
  { name: 'fines-issued', who: YOLANDA, path: '/fines?tab=issued' },
  { name: 'all-tickets', who: YOLANDA, path: '/all-tickets' },
  { name: 'holidays', who: YOLANDA, path: '/holidays?year=2027' },
  { name: 'holidays-preview', who: YOLANDA, path: '/holidays/preview' },
  { name: 'file-checks', who: YOLANDA, path: '/file-checks' },
  { name: 'mail-texts', who: YOLANDA, path: '/mail-texts' },
  { name: 'reviews', who: PRIYA, path: '/reviews' },
];

/** One password for everybody in the sandbox. */
export const PASSWORD = 'prairie-sandbox-2026';

const RENATA = 'r.oyelaran@kestrelpark.example';
const SIMONE = 's.tran@countycare.example';
const INES = 'i.abara@hfs.example';
const YOLANDA = 'y.pruitt@hfs.example';
const PRIYA = 'p.raman@hfs.example';

const search = async (page) => {
  await page.getByLabel('Search for').fill('kestral');
  await page.locator('main').getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText(/tickets? with a name like it/).waitFor();
};

const importLines = async (page) => {
  const lines = 'Claim number,Member name,RIN,First day of service,Last day of service,Billed,Paid,Disputed,Denial code\n26-0240201,Ada Prewitt,000012455,9/1/2026,9/1/2026,"$1,240.00",0,"$1,240.00",CO-16\n26-0240202,Ben Osei,00001246,09/03/2026,,310,0,310,\n';
  await page.getByLabel('Your file').setInputFiles({ name: 'lines.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
  await page.getByRole('button', { name: 'Check the lines' }).click();
  await page.waitForURL(/\/import\/./);
};

const previewPresent = async (page) => {
  for (const box of (await page.locator('tbody input[type=checkbox]').all()).slice(0, 4)) await box.check();
  await page.getByRole('button', { name: 'Present, with a preview first' }).click();
  await page.getByText(/^Present \d+ tickets: what will happen/).waitFor();
};

const gatherHoliday = async (page) => {
  if ((await page.getByText('Nothing is gathered').count()) > 0) {
    await page.getByText('State offices are closed', { exact: true }).click();
    for (const [part, value] of [['Month', '11'], ['Day', '30'], ['Year', '2026']]) await page.getByLabel(part, { exact: true }).fill(value);
    await page.getByLabel(/^Name of the holiday/).fill('Day of Remembrance');
    await page.getByRole('button', { name: 'Add to the draft' }).click();
    await page.getByText('Nothing is gathered').waitFor({ state: 'detached' });
  }
  await page.goto(new URL('/holidays/preview', page.url()).href);
};

/** Each page as a picture: its name, who looks at it (null: a visitor), its address, a link to follow from there or a ticket of the list by a number of it, what to add to that address, and what to do there first. */
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
  { name: 'file-import', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/claims/import', act: importLines },
  { name: 'file-files', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/files' },
  { name: 'file-contact', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/contact' },
  { name: 'file-check', who: RENATA, path: '/my-tickets', link: 'Draft, not sent', below: '/check' },
  { name: 'case-file', who: RENATA, path: '/my-tickets', ticket: 'CC-2026-117790', below: '/case-file' },
  { name: 'deliver', who: RENATA, path: '/my-tickets', ticket: 'CC-2026-117790', below: '/deliver' },
  { name: 'updates', who: RENATA, path: '/bell' },
  { name: 'queue', who: SIMONE, path: '/queue' },
  { name: 'queue-fined', who: SIMONE, path: '/queue?tab=fined' },
  { name: 'ticket-plan', who: SIMONE, path: '/queue', ticket: 'CC-2026-118455' },
  { name: 'extension-ask', who: SIMONE, path: '/queue', ticket: 'CC-2026-122007', below: '/extension' },
  { name: 'log-contact', who: SIMONE, path: '/queue', ticket: 'CC-2026-118455', below: '/log-contact' },
  { name: 'requests', who: SIMONE, path: '/requests' },
  { name: 'request', who: SIMONE, path: '/requests', link: 'REQ-2026-0005' },
  { name: 'search', who: SIMONE, path: '/search', act: search },
  { name: 'your-mail', who: SIMONE, path: '/my-mail' },
  { name: 'keyboard', who: SIMONE, path: '/keyboard' },
  { name: 'work', who: INES, path: '/work' },
  { name: 'work-preview', who: INES, path: '/work', act: previewPresent },
  { name: 'work-close', who: INES, path: '/work?tab=close' },
  { name: 'work-review', who: INES, path: '/work?tab=review' },
  { name: 'work-share', who: INES, path: '/work?tab=share' },
  { name: 'work-alert', who: INES, path: '/work?tab=alert' },
  { name: 'work-overdue', who: INES, path: '/work?tab=overdue' },
  { name: 'transfer', who: INES, path: '/work?tab=overdue', ticket: '', below: '/transfer' },
  { name: 'request-new', who: INES, path: '/requests/new' },
  { name: 'work-no-number', who: INES, path: '/work?tab=no-number' },
  { name: 'correct', who: INES, path: '/work', ticket: '', below: '/correct' },
  { name: 'ticket-team', who: INES, path: '/work', ticket: '' },
  { name: 'work-undelivered', who: INES, path: '/work?tab=undelivered' },
  { name: 'fines', who: YOLANDA, path: '/fines' },
  { name: 'fines-issued', who: YOLANDA, path: '/fines?tab=issued' },
  { name: 'fines-objections', who: YOLANDA, path: '/fines?tab=objections' },
  { name: 'extensions', who: YOLANDA, path: '/extensions' },
  { name: 'extension-decide', who: YOLANDA, path: '/extensions', link: 'Decide' },
  { name: 'all-tickets', who: YOLANDA, path: '/all-tickets' },
  { name: 'holidays', who: YOLANDA, path: '/holidays?year=2027' },
  { name: 'holidays-preview', who: YOLANDA, path: '/holidays?year=2026', act: gatherHoliday },
  { name: 'file-checks', who: YOLANDA, path: '/file-checks' },
  { name: 'nightly-checks', who: YOLANDA, path: '/nightly-checks' },
  { name: 'mail-texts', who: YOLANDA, path: '/mail-texts' },
  { name: 'reviews', who: PRIYA, path: '/reviews' },
  { name: 'review', who: PRIYA, path: '/reviews', ticket: 'BC-9916608' },
];

import type { MailContext } from '@/domain/notifications/emails-for';

/** Who reads what in the tests of mails. */
export const MAIL: MailContext = {
  recipients: {
    mcoPrimary: [{ personId: 's', name: 'Simone Tran', email: 's.tran@countycare.example' }],
    mcoStaff: [{ personId: 's', name: 'Simone Tran', email: 's.tran@countycare.example' }],
    accountManagers: [{ personId: 'am', name: 'AM', email: 'am@hfs.example' }],
    administration: [{ personId: 'ad', name: 'AD', email: 'ad@hfs.example' }],
    portalTeam: { personId: null, name: 'Portal Team', email: 'team@hfs.example' },
    assignee: null,
    statePeople: [],
  },
  planName: 'CountyCare Health Plan',
  portalUrl: 'https://portal.example',
  actorPersonId: null,
};

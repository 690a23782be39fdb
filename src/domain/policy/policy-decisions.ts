/** A point that the policy leaves open, and what was decided. */
export type PolicyDecision = { id: string; question: string; answer: string };

/** D1 to D21: shown so that everybody can see what was decided and why. */
export const POLICY_DECISIONS: readonly PolicyDecision[] = [
  { id: 'D1', question: 'Is day 30 early? Is day 60 late?', answer: 'Both are in time. Day 29 is too early, day 61 too late.' },
  { id: 'D2', question: 'What happens to an early or late complaint?', answer: 'The form says so before it is sent, with both dates, keeps a draft, and can send a reminder when the window opens. If it is sent all the same, it is recorded and closed at once, with an e-mail that explains the window.' },
  { id: 'D3', question: 'When do the plan’s 30 days start?', answer: 'On the day on which the Portal Team presents the ticket to the plan.' },
  { id: 'D4', question: 'Which dates move off weekends and holidays?', answer: 'Only the plan’s answer date, first and extended, because only there the policy says so.' },
  { id: 'D5', question: 'Does an extension add to the moved date?', answer: 'No. It is 60 days in total from presentation, then moved if need be. The later of the two dates counts.' },
  { id: 'D6', question: 'Until when can an extension be asked for?', answer: 'Until day 23 after presentation, that day included. It does not move.' },
  { id: 'D7', question: 'What if the provider asks for the extension?', answer: 'It has the same effect and the same last day. There is one per ticket. A request that was denied does not use it up, but a second one has to wait until the first is decided.' },
  { id: 'D8', question: 'What if a request is undecided when the first 30 days end?', answer: 'The ticket is overdue, but no fine is proposed while the request waits. Approved, the overdue mark goes. Denied, the fine is proposed at once.' },
  { id: 'D9', question: 'Does a request for information stop the plan’s 30 days?', answer: 'No. A late answer to it is marked, never refused. A late request is refused, with the date that passed.' },
  { id: 'D10', question: 'What about an answer after the due date?', answer: 'It is taken and marked as late. The proposed fine stays.' },
  { id: 'D11', question: 'Who issues a fine?', answer: 'The day after the due date the portal proposes it, with its evidence. HFS issues it, or waives it with a reason, and can take back an issued one with a reason. A ticket has at most one fine that stands. A setting can let the portal issue by itself.' },
  { id: 'D12', question: 'To which quarter does a fine belong?', answer: 'To that of the day on which it was issued.' },
  { id: 'D13', question: 'Are disagreeing and asking for a review one step?', answer: 'They are two, each with its date. The form for the first offers the second. If no review is requested in time, the Portal Team closes the ticket.' },
  { id: 'D14', question: 'What if the plan never answers?', answer: 'Once the answer is overdue and HFS was alerted, the Portal Team can place the ticket in Administrative Review. The plan can still answer, marked as late, until the decision.' },
  { id: 'D15', question: 'Which days are State holidays?', answer: 'Those on which State offices are closed: a table that HFS keeps, in versions. Each day in it is confirmed by HFS or not yet; a fine whose date rests on an unconfirmed one says so and is never issued by itself. A date beyond the table is refused by naming the year, never guessed.' },
  { id: 'D16', question: 'What if a holiday is proclaimed late?', answer: 'HFS adds it, sees which open dates would move and which fines would fall, and confirms. Dates only move later, and closed matters stay as they are.' },
  { id: 'D17', question: 'What if a complaint is returned as incomplete and its window passes?', answer: 'Filed again within 5 business days, it counts as received on the day of the first filing.' },
  { id: 'D18', question: 'When has the provider received the answer?', answer: 'On the day on which the plan enters it. If the mail server of the contact takes the notice on a later day, that day counts. If the notice cannot be delivered, the time to disagree starts when it is sent again or when the contact opens the answer, and the ticket is not closed before. A late disagreement is taken, and marked, as long as the ticket is open.' },
  { id: 'D19', question: 'What if the plan gave no tracking number?', answer: 'Then no complaint can be filed (R3). The form keeps the draft and tells the Portal Team, and the report counts against the plan.' },
  { id: 'D20', question: 'What if a plan ends?', answer: 'From the day after, its successor has its tickets and fines; the tickets keep the old name. Without a successor its own staff keep them until all are closed.' },
  { id: 'D21', question: 'What are the “30-Business Days” in the policy’s history?', answer: 'A misprint for the 30 calendar days of its text.' },
];

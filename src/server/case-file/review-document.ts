import { PARTY_WORDS, RULING_WORDS } from '@/domain/tickets/review-words';
import { formatDay } from '@/shared/calendar-date';
import type { ReviewView } from '../queries/ticket-page/ticket-review';
import { facts, heading, part, text, type Block } from './blocks';
import type { CaseContents } from './case-contents';
import { when } from './said';

function deliveries({ sides }: ReviewView): Block[] {
  return sides.flatMap(({ party, deliveries: all, duty }) => {
    if (all.length === 0) return [text(`${PARTY_WORDS[party]} has delivered nothing${duty === null ? '' : `; it is due ${formatDay(duty.due)}`}.`)];
    return all.toReversed().flatMap((d) => [
      heading(3, `${PARTY_WORDS[party]} delivered information${d.late ? ', late' : ''}`),
      facts(['Sent', when(d)], ['Statement', d.text], ['Who knows the case', `${d.contactName}, ${d.contactPhone}, ${d.contactEmail}`]),
    ]);
  });
}

function questions({ questions: all }: ReviewView): Block[] {
  return all.flatMap(({ party, question, due, answer }) => [
    heading(3, `HFS asked ${PARTY_WORDS[party].toLowerCase()}`),
    facts(
      ['Asked', when(question)],
      ['Question', question.text],
      ['To be answered by', due === null ? null : formatDay(due.due)],
      ['Answered', answer === null ? 'Not yet' : `${when(answer)}${answer.late ? ', late' : ''}`],
      ['Answer', answer?.text ?? null],
    ),
  ]);
}

function desk({ desk: state }: ReviewView): Block[] {
  if (state === null) return [];
  const notes = [['Direction of the Account Manager', state.direction], ['Expert recommended', state.recommended], ['Referred', state.referred], ['Returned', state.returned]] as const;
  return notes.flatMap(([label, note]) => (note === null ? [] : [facts([label, when(note)], ['Words', note.text])]));
}

function decision({ decision: given }: ReviewView): Block[] {
  if (given === null) return [];
  return [facts(['Ruling', RULING_WORDS[given.ruling]], ['Decided', `${formatDay(given.decidedOn)}, ${given.by}`], ['Reasons', given.reasons], ['Shared with both sides', given.isShared ? 'Yes. It is final (R18).' : 'Not yet'])];
}

/** The review by HFS as the reader may see it. */
export function reviewParts({ review }: CaseContents): Block[] {
  if (review === null) return [];
  const began = review.beganOn === null ? [] : [text(`In Administrative Review since ${formatDay(review.beganOn)}.${review.isSilentPlan ? ' The plan did not answer in time (D14).' : ''}`), ...(review.beganEarly === null ? [] : [facts(['Begun before all information was in', review.beganEarly])])];
  return [
    ...part('Review by HFS', [...began, ...deliveries(review)]),
    ...part('Questions of HFS', questions(review)),
    ...part('Who is to decide', desk(review)),
    ...part('Decision of HFS', decision(review)),
  ];
}

import { formatDay } from '@/shared/calendar-date';
import { facts, heading, part, type Block } from './blocks';
import type { CaseContents } from './case-contents';
import { when } from './said';

const late = (is: boolean) => (is ? ', late' : '');

function information({ requests }: CaseContents): Block[] {
  return requests.information.toReversed().flatMap((asked) => {
    const { answer } = asked;
    return [
      heading(3, 'The plan asked for information'),
      facts(
        ['Asked', when(asked)],
        ['For what', asked.what],
        ['Answered', answer === null ? 'Not yet' : `${when(answer)}${late(answer.late)}`],
        ['Answer', answer?.text ?? null],
        ['Was provided before', answer === null || answer.already === null ? null : `${formatDay(answer.already.on)}, ${answer.already.how}`],
      ),
    ];
  });
}

function extensions({ requests }: CaseContents): Block[] {
  return requests.extensions.toReversed().flatMap((asked) => {
    const { decision } = asked;
    return [
      heading(3, `${asked.asker === 'mco' ? 'The plan' : 'The provider'} asked for an extension`),
      facts(
        ['Asked', when(asked)],
        ['Why', asked.reason],
        ['HFS', decision === null ? 'Not decided' : `${decision.approved ? 'Approved' : 'Denied'}, ${when(decision)}`],
        ['Reason', decision?.reason ?? null],
        ['Answer due', decision === null ? null : formatDay(decision.dueOn)],
      ),
    ];
  });
}

function contacts({ requests }: CaseContents): Block[] {
  return requests.contacts.toReversed().flatMap((c) => [heading(3, `${c.when}: ${c.how}`), facts(['With', c.withWhom], ['Said', c.said], ['Logged by', c.by])]);
}

function objections({ requests }: CaseContents): Block[] {
  return requests.objections.toReversed().flatMap((o) => [
    heading(3, 'The plan objected to the fine'),
    facts(
      ['Sent', when(o)],
      ['Why', o.why],
      ['HFS', o.decision === null ? 'Not decided' : `${o.decision.upheld ? 'The fine stays' : 'The fine is rescinded'}, ${when(o.decision)}`],
      ['Reason', o.decision?.reason ?? null],
    ),
  ]);
}

function questions({ conversation }: CaseContents): Block[] {
  return conversation.questions.flatMap(({ question, answer, answerOn, ...asked }) => [
    heading(3, 'The Portal Team asked the plan'),
    facts(
      ['Asked', when(asked)],
      ['Question', question],
      ['To be answered by', answerOn === null ? null : formatDay(answerOn)],
      ['Answered', answer === null ? 'Not yet' : `${when(answer)}${late(answer.late)}`],
      ['Answer', answer?.text ?? null],
    ),
  ]);
}

/** What the parties asked of each other and of HFS, each with its answer. */
export function requestParts(c: CaseContents): Block[] {
  return [
    ...part('Information that the plan asked for', information(c)),
    ...part('Extensions', extensions(c)),
    ...part('Contacts that the plan logged', contacts(c)),
    ...part('Questions of the Portal Team', questions(c)),
    ...part('Objections to fines', objections(c)),
  ];
}

import type { Metadata } from 'next';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { CivilDate } from '@/ui/civil-date';
import { TextArea } from '@/ui/forms/text-area';
import { Notice } from '@/ui/notice';
import { loadTicket, ticketTitle, type TicketParams } from '../load-ticket';
import { ActForm, ActPage } from '../parts/act-page';
import { ByDate, WhyFollowing } from '../parts/following-date';
import { sideState } from '../parts/review-sections';
import { beginReviewAction } from '../review-actions';

export function generateMetadata(props: TicketParams): Promise<Metadata> {
  return ticketTitle(props, undefined, 'Place in Administrative Review');
}

/** D14: a silent plan. */
function AfterSilence({ page }: { page: TicketPage }) {
  return (
    <>
      <p>
        {page.facts.planShortName} has not answered. HFS reviews the ticket on what the provider filed. From today both sides have 30 days to deliver what HFS needs<ByDate page={page} of="beginAdministrativeReview" /> (R16). The plan can still answer, marked late, until HFS decides (D14).
      </p>
      <WhyFollowing page={page} of="beginAdministrativeReview" />
      <p>Both sides and the Account Manager are told by e-mail. The Account Manager’s direction is read by the State alone.</p>
    </>
  );
}

function AfterRequest({ page }: { page: TicketPage }) {
  const sides = page.review?.sides ?? [];
  const waits = sides.filter((s) => s.duty !== null && s.duty.ended === null && s.duty.due >= page.today);
  return (
    <>
      <p>HFS decides the dispute. Both sides and the Account Manager are told by e-mail (R17).</p>
      <ul className="grid gap-1">
        {sides.map((side) => (
          <li key={side.party}>
            <b>{side.party === 'mco' ? page.facts.planShortName : page.facts.providerName}:</b> {sideState(side, page.today)}
          </li>
        ))}
      </ul>
      {waits.length > 0 && waits[0]?.duty && (
        <Notice tone="warn" title="Not everything is in yet">
          <p>
            Information can be delivered until <CivilDate date={waits[0].duty.due} /> (R16). You can place it in review before, with a reason. HFS’s 30 days to decide begin when both sides have delivered, or on the day after that date.
          </p>
        </Notice>
      )}
    </>
  );
}

/** R17, D14: the Portal Team sets the status Administrative Review. */
export default async function PlaceInReviewPage(props: TicketParams) {
  const { page, actor } = await loadTicket(props);
  const silent = page.facts.status === 'presented';
  const early = page.review?.sides.some((s) => s.duty !== null && s.duty.ended === null && s.duty.due >= page.today) ?? false;
  return (
    <ActPage page={page} actor={actor} action="beginAdministrativeReview" title="Place in Administrative Review" hasActForm>
      <ActForm page={page} actor={actor} action="beginAdministrativeReview" run={beginReviewAction.bind(null, page.ticketId)} button="Place it in review" meaning={silent ? <AfterSilence page={page} /> : <AfterRequest page={page} />}>
        {silent && <TextArea name="direction" label="Direction of the Account Manager" hint="Copy the words in which the Account Manager directed the review (D14). Only the State reads them." rows={6} maxCharacters={5000} />}
        {!silent && early && <TextArea name="reason" label="Why now" hint="Both sides read it." rows={4} maxCharacters={2000} />}
      </ActForm>
    </ActPage>
  );
}


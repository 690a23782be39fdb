import { ButtonLink } from '@/ui/button';

/** What a page says that does not exist, or not for this person: the words are the same, so that nobody learns which. */
export function NotFoundMessage({ homeHref = '/' }: { homeHref?: string }) {
  return (
    <div className="py-12 max-w-[44rem]">
      <h1>We cannot find this page</h1>
      <p className="text-lead mt-4">It may have moved, the address may be mistyped, or it is not open to the account that you are signed in with.</p>
      <ul className="list-disc pl-5 mt-4 grid gap-2">
        <li>Check the address, or open the page from your list of tickets.</li>
        <li>If a link in an e-mail brought you here, sign in with the account that the e-mail was sent to.</li>
      </ul>
      <p className="mt-6">
        <ButtonLink href={homeHref}>Go to the start page</ButtonLink>
      </p>
    </div>
  );
}

'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { countWords } from '@/shared/capped-count';
import { AppLink } from '@/ui/app-link';
import { Icon } from '@/ui/icon';

type MastheadOwnProps = {
  /** Messages since the last look, cut at the cap. */
  unseen: number;
  /** When they were counted: the frame stays as it is while pages change in it. */
  asOf: string;
  /** Whether there is something to choose: nothing reminds HFS. */
  choosesMail: boolean;
};

const LINK = 'inline-flex items-center gap-2 min-h-12 whitespace-nowrap no-underline text-white hover:text-white hover:underline aria-[current]:font-bold';

/** The bell, which leads to what concerns the person, and the choice of mail. A look at the bell empties its count. */
export function MastheadOwn({ unseen, asOf, choosesMail }: MastheadOwnProps) {
  const pathname = usePathname();
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const isBell = pathname === '/bell';
  if (isBell && lookedAt !== asOf) setLookedAt(asOf);
  const count = isBell || lookedAt === asOf ? 0 : unseen;
  return (
    <ul className="flex flex-wrap items-center gap-x-6">
      <li>
        <AppLink className={LINK} href="/bell" aria-current={isBell ? 'page' : undefined}>
          <Icon name="bell" />
          Updates
          {count > 0 && (
            <span className="min-w-7 px-[0.4375rem] rounded-[1rem] bg-gold text-navy font-semibold text-center num leading-normal">
              {countWords(count)}
              <span className="sr-only"> new</span>
            </span>
          )}
        </AppLink>
      </li>
      {choosesMail && (
        <li>
          <AppLink className={LINK} href="/my-mail" aria-current={pathname === '/my-mail' ? 'page' : undefined}>
            Your mail
          </AppLink>
        </li>
      )}
    </ul>
  );
}

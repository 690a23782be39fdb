import { Icon } from '@/ui/icon';
import { joinClasses } from '@/ui/join-classes';
import { wrapClass } from '@/ui/wrap';
import type { Agency } from './agency';

type OfficialBannerProps = { agency: Pick<Agency, 'bannerText' | 'officialDomain'>; wide?: boolean };

export function OfficialBanner({ agency, wide }: OfficialBannerProps) {
  return (
    <section className="bg-[#eef1f5] print:hidden" aria-label="Official website">
      <details className={joinClasses(wrapClass(wide), 'py-1.5')}>
        <summary className="flex gap-x-2">
          <Icon name="landmark" className="text-navy mt-0.5" />
          <span>
            {agency.bannerText}{' '}
            <span className="text-action underline underline-offset-2 whitespace-nowrap">Here’s how you know</span>
          </span>
        </summary>
        <p className="max-w-[44rem] py-2">
          Addresses of official websites end in <b>{agency.officialDomain}</b>. A lock and <b>https://</b> in the address mean that
          what you send is encrypted.
        </p>
      </details>
    </section>
  );
}

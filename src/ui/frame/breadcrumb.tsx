import { AppLink } from '@/ui/app-link';

type BreadcrumbProps = { trail: readonly { href: string; label: string }[]; current: string };

export function Breadcrumb({ trail, current }: BreadcrumbProps) {
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex flex-wrap gap-2">
        {trail.map((step) => (
          <li key={step.href}>
            <AppLink href={step.href}>{step.label}</AppLink>{' '}
            <span className="text-ink-soft" aria-hidden="true">
              ›
            </span>
          </li>
        ))}
        <li className="text-ink-soft" aria-current="page">
          {current}
        </li>
      </ol>
    </nav>
  );
}

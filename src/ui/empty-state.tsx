import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; /** What will appear here, and what to do now. */ children: ReactNode; action?: ReactNode };

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="border border-line rounded-panel bg-wash px-5 py-6 sm:px-7">
      <p className="text-h3 font-bold text-navy">{title}</p>
      <div className="mt-1.5 max-w-[44rem]">{children}</div>
      {action && <div className="flex flex-wrap gap-3 mt-4">{action}</div>}
    </div>
  );
}

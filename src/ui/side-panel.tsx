import type { ReactNode } from 'react';
import { joinClasses } from './join-classes';
import { Panel, PanelHead } from './panel';

type SidePanelProps = {
  id: string;
  title: string;
  /** Under the title. */
  lead?: ReactNode;
  /** On the right of the head: "Draft saved 9:36 AM", an amount. */
  note?: ReactNode;
  /** `PanelBody` and `PanelFoot`, often inside a form. */
  children: ReactNode;
  /** Stays in view beside a long case: once scrolled to its end, its buttons stay at hand. */
  sticky?: boolean;
};

/** The panel being worked in, beside its case: the answer form, the evidence. */
export function SidePanel({ id, title, lead, note, children, sticky }: SidePanelProps) {
  const titleId = `${id}-title`;
  return (
    <Panel id={id} labelledBy={titleId} floating className={joinClasses(sticky ? 'self-start lg:self-end lg:sticky lg:bottom-4' : 'self-start')}>
      <PanelHead wash>
        <div>
          <h2 id={titleId} className="text-h3">
            {title}
          </h2>
          {lead && <div className="text-ink-soft">{lead}</div>}
        </div>
        {note && <div className="text-ink-soft">{note}</div>}
      </PanelHead>
      {children}
    </Panel>
  );
}

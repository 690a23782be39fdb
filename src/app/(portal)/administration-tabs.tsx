import { Tabs } from '@/ui/tabs';
import { ADMINISTRATION_PLACES, type AdministrationPlace } from './portal-links';

/** The rooms behind "Administration", which share one entry of the menu. */
export function AdministrationTabs({ current }: { current: AdministrationPlace }) {
  return <Tabs label="Administration" tabs={ADMINISTRATION_PLACES} currentHref={current} className="mb-6" />;
}

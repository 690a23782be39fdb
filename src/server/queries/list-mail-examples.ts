import { mailExamples, type MailExample } from '@/domain/notifications/mail-examples';
import { portalUrl } from '../portal-url';

export type { MailExample };

/** Every kind of message with an example, its links leading to this portal as the real ones do. */
export function listMailExamples(): MailExample[] {
  return mailExamples(portalUrl());
}

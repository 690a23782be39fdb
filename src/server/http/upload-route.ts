import type { IncomingMessage } from 'node:http';
import { maxBodyBytes } from './body-limit';

export const UPLOAD_ROUTE = '/files/upload';

/** A request whose body is read as it arrives, under limits of its own. */
export function isUpload(request: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return request.method === 'POST' && request.url?.split('?')[0] === UPLOAD_ROUTE;
}

/**
 * Without script a form is sent with the files that were chosen in it, however large they are. Such a form goes to the
 * route for uploads, which keeps the files and shows the form again with all that was typed, instead of being refused.
 */
export function routeLargeForm(request: IncomingMessage): void {
  const { headers, method } = request;
  const isLargeForm = method === 'POST' && /^multipart\/form-data;/i.test(headers['content-type'] ?? '') && Number(headers['content-length'] ?? 0) > maxBodyBytes((request.url ?? '').split('?')[0] ?? '');
  // A page's script sends its files one by one before the form, so a large form of its own is none with files.
  if (isLargeForm && headers['next-action'] === undefined && !isUpload(request)) request.url = `${UPLOAD_ROUTE}?direct=1`;
}

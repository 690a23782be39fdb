import type { ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers';

/** Answers without the framework, under a policy that allows nothing; says nothing more when an answer has begun. */
export function refusePlainly(response: ServerResponse, status: number, page: string, isSecure: boolean): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const headers = { ...securityHeaders(isSecure), 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers).end(page);
}

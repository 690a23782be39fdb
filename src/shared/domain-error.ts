import { assertNever } from './assert-never';

export type FieldIssue = { field: string; message: string };

/**
 * What can go wrong in the ordinary course of things. What an actor must not see is `not_found`, never "forbidden";
 * `not_allowed` is an action that exists for the actor but that a guard refuses now.
 */
export type DomainError =
  | { kind: 'not_found' }
  | { kind: 'not_allowed'; reason: string }
  | { kind: 'invalid'; issues: FieldIssue[] }
  /** Someone else acted since the form was made; `changed` says what happened, in words. */
  | { kind: 'stale'; changed: string[] }
  | { kind: 'conflict'; reason: string }
  | { kind: 'unavailable'; reason: string };

/** The one map from an expected failure to its HTTP status. */
export function httpStatusOf(error: DomainError): 404 | 409 | 422 | 503 {
  switch (error.kind) {
    case 'not_found':
      return 404;
    case 'not_allowed':
    case 'stale':
    case 'conflict':
      return 409;
    case 'invalid':
      return 422;
    case 'unavailable':
      return 503;
    default:
      return assertNever(error);
  }
}

/** The one map from an expected failure to words for a page or a log; it holds nothing that a person typed. */
export function wordsOf(error: DomainError): string {
  switch (error.kind) {
    case 'not_found':
      return 'Not found.';
    case 'not_allowed':
    case 'conflict':
    case 'unavailable':
      return error.reason;
    case 'invalid':
      return error.issues.map((issue) => issue.message).join(' ');
    case 'stale':
      return ['Someone else acted since you opened this page.', ...error.changed].join(' ');
    default:
      return assertNever(error);
  }
}

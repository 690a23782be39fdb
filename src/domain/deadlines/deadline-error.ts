/** Why a date cannot be worked out; `message` is fit for a page. Where an answer would be a guess, it is an error (D15). */
export type DeadlineError =
  | { kind: 'holiday_year_missing'; year: number; message: string }
  | { kind: 'set_by_asker'; message: string }
  | { kind: 'not_quarter_end'; message: string }
  | { kind: 'date_out_of_range'; message: string };

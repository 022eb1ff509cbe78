/** What a notice can be about, in the order of their weight: money before questions before goals. */
export const NOTICE_KINDS = [
  "reminder",
  "bill",
  "statement",
  "installment",
  "question",
  "stale",
  "goal",
  "insight",
  "weekly",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

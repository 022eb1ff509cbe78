import { z } from "zod";

import { Id, Instant } from "../fields.ts";

export const NoInput = z.object({});

export const OverviewView = z.object({
  /** What waits and runs in the queue, by name. */
  queue: z.array(
    z.object({
      name: z.string(),
      waiting: z.int(),
      running: z.int(),
      nextAt: Instant.nullable(),
    }),
  ),
  /** Jobs whose last try failed: those that will be tried again, and those that will not. */
  failures: z.array(
    z.object({
      jobId: z.string(),
      name: z.string(),
      tries: z.int(),
      mostTries: z.int(),
      error: z.string(),
      nextAt: Instant,
    }),
  ),
  /** Nights and reports that ended in an error. */
  failedRuns: z.array(
    z.object({
      outcomeId: Id,
      name: z.string(),
      key: z.string(),
      email: z.string().nullable(),
      tries: z.int(),
      error: z.string(),
      at: Instant,
    }),
  ),
  /** The newest end of each job that leaves one, and how many ended in the last day. */
  lastRuns: z.array(
    z.object({
      name: z.string(),
      at: Instant,
      done: z.int(),
      failed: z.int(),
    }),
  ),
  workers: z.array(z.object({ workerId: z.string(), startedAt: Instant, beatAt: Instant })),
  backups: z.array(
    z.object({
      day: z.string(),
      at: Instant,
      rows: z.int().nullable(),
      bytes: z.int().nullable(),
      error: z.string().nullable(),
    }),
  ),
});
export type OverviewView = z.infer<typeof OverviewView>;

export const RetryInput = z
  .object({
    jobId: z
      .string()
      .regex(/^\d{1,19}$/)
      .optional(),
    outcomeId: Id.optional(),
  })
  .refine(({ jobId, outcomeId }) => (jobId === undefined) !== (outcomeId === undefined), {
    error: "diga uma tarefa",
  });
export type RetryInput = z.infer<typeof RetryInput>;

export const PeopleView = z.object({
  items: z.array(
    z.object({
      userId: Id,
      name: z.string(),
      email: z.string(),
      owner: z.boolean(),
      joinedAt: Instant,
      seenAt: Instant.nullable(),
    }),
  ),
});
export type PeopleView = z.infer<typeof PeopleView>;

export const InvitesView = z.object({
  items: z.array(
    z.object({
      inviteId: Id,
      createdAt: Instant,
      expiresAt: Instant,
      status: z.enum(["open", "used", "expired"]),
      usedBy: z.string().nullable(),
    }),
  ),
});
export type InvitesView = z.infer<typeof InvitesView>;
export const InviteInput = z.object({ inviteId: Id });

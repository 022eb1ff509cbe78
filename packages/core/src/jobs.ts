import { z } from "zod";

const day = z.iso.date().optional();
const person = z.object({ userId: z.uuid(), day });

/**
 * The catalogue of jobs: name → payload. Every name has a handler in the server or it does not compile.
 * A job may run twice; its effects carry a key of their own.
 */
export const JOBS = {
  /** Carries the oldest unfinished run of a conversation. */
  "chat.run": z.object({ userId: z.uuid(), conversationId: z.uuid() }),
  /** Closes one card whose time is over. */
  "chat.expire": z.object({ userId: z.uuid(), confirmationId: z.uuid() }),
  /** Fills the current month and the next two with what recurs: bills, planned expenses, incomes. */
  "finance.ahead": person,
  /** Learns from what the person said that day. */
  "memory.consolidate": person,
  /** Holds something the person added against what is known. */
  "memory.compare": z.object({ userId: z.uuid(), itemId: z.uuid() }),
  /** Looks for what goes together in the person's days. */
  "insights.compute": person,
  /** Says in the morning what the day asks for. */
  "notices.morning": person,
  /** Sums up the week on Sunday evening. */
  "notices.weekly": person,
  /** Sends one notice to one browser. */
  "notices.push": z.object({
    userId: z.uuid(),
    notificationId: z.uuid(),
    subscriptionId: z.uuid(),
  }),
  /** Mails one notice. */
  "notices.email": z.object({ userId: z.uuid(), notificationId: z.uuid() }),
  /** Fires one reminder whose wall time has come. */
  "reminders.fire": z.object({ userId: z.uuid(), reminderId: z.uuid() }),
  /** Looks across people for what is due: dead workers, expired cards, local times that have come. */
  "upkeep.sweep": z.object({}),
  /** Keeps a copy of the embedded database. */
  "upkeep.backup": z.object({ day }),
  /** Drops old events, trail images and finished runs' left-overs. */
  "upkeep.prune": z.object({ userId: z.uuid().optional(), day }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]>;
export type PersonJob = z.infer<typeof person>;

import { z } from "zod";

/** What the measuring process and the measured one say to each other. */
export type Person = { userId: string; conversationId: string; messageId: string; cookie: string };

export type Order =
  | { do: "talk"; way: "ours" | "raw"; people: Person[]; seconds: number }
  | { do: "memory" };

export const Urls = z.object({
  owner: z.string(),
  app: z.string(),
  auth: z.string(),
  worker: z.string(),
  admin: z.string(),
});
export const Addresses = z.object({ address: z.string(), rawAddress: z.string() });
export const Measured = z.object({ sent: z.number(), cpuUsPerToken: z.number() });
export type Measured = z.infer<typeof Measured>;
export const Memory = z.object({ bytes: z.number(), rss: z.number() });

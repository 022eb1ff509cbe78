/** What the measuring process and the measured one say to each other. */
export type Person = { userId: string; conversationId: string; messageId: string; cookie: string };

export type Order =
  | { do: "talk"; way: "ours" | "raw"; people: Person[]; seconds: number }
  | { do: "memory" };

export type Measured = { sent: number; cpuUsPerToken: number };
export type Memory = { bytes: number; rss: number };

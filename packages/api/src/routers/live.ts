import { tracked } from "@trpc/server";
import { fail } from "@vida/core/errors";
import type { LiveEvent } from "@vida/core/live/events";
import { z } from "zod";

import { personProcedure, router } from "../trpc.ts";

const EventsInput = z.object({
  conversationId: z.uuid().optional(),
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .nullish(),
});

export const liveRouter = router({
  /**
   * Everything that happens to the person, in order and once. With `lastEventId` from there on, also after a
   * reconnect or a restart; without it what comes after the request. It ends when the session does.
   */
  events: personProcedure
    .input((raw: unknown) => {
      const parsed = EventsInput.safeParse(raw ?? {});
      return parsed.success ? parsed.data : fail("invalid", "live.badInput");
    })
    .subscription(async function* ({ ctx, input, signal }) {
      const over = new AbortController();
      const stopWatching = ctx.watchSession(ctx.person.sessionId, () => over.abort());
      try {
        const events = ctx.hub.subscribe({
          userId: ctx.person.userId,
          conversationId: input.conversationId,
          after: input.lastEventId ?? undefined,
          signal: signal ? AbortSignal.any([signal, over.signal]) : over.signal,
        });
        for await (const { id, event } of events) yield tracked<LiveEvent>(id, event);
      } finally {
        stopWatching();
      }
    }),
});

import { createTRPCClient } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@vida/api/root";
import { expect, test } from "vitest";

import { makeHub } from "../live/hub.ts";
import { makeConversationStore } from "./conversation-store.ts";

const CONVERSATION = "c0000000-0000-4000-8000-000000000001";

/** A client whose questions are answered by hand, in any order. */
function harness() {
  const asked: ((data: unknown) => void)[] = [];
  const client = createTRPCClient<AppRouter>({
    links: [
      () => () =>
        observable((observer) => {
          asked.push((data) => {
            observer.next({ result: { type: "data", data } });
            observer.complete();
          });
        }),
    ],
  });
  const hub = makeHub(
    () => () => {},
    () => () => {},
  );
  return { store: makeConversationStore(client, hub), asked };
}

function page(text: string) {
  const message = {
    id: `m-${text}`,
    conversationId: CONVERSATION,
    role: "user",
    parts: [{ type: "text", text }],
    branch: { index: 0, count: 1 },
    createdAt: "2026-11-22T12:00:00.000Z",
  };
  return { items: [message], nextCursor: null, position: "1", activeRunId: null };
}

test("a page that comes in late does not replace a newer one", async () => {
  const { store, asked } = harness();
  const [first, second] = [store.load(CONVERSATION), store.load(CONVERSATION)];
  asked[1]?.(page("o ramo novo"));
  await second;
  asked[0]?.(page("o ramo deixado"));
  await first;
  expect(store.get(CONVERSATION).state.messages).toMatchObject([
    { parts: [{ text: "o ramo novo" }] },
  ]);
});

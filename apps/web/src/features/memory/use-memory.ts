"use client";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { AddItemInput } from "@vida/core/memory/schemas";

import { t } from "@/lib/t.ts";
import { useTRPC, type Inputs, type Outputs } from "@/trpc/context.ts";
import { errorReason, fieldErrors } from "@/trpc/errors.ts";
import { patch, patchWithout } from "@/trpc/patch.ts";
import { useAction } from "@/trpc/use-action.ts";

import { briefly, type Item } from "./knowledge-words.ts";

type Known = InfiniteData<Outputs["memory"]["search"]>;

const TOUCHES = ["memory"];

/** Saves a piece of the profile; a profile that moved on meanwhile is the caller's to show. */
export function useSaveProfile(onDone: () => void) {
  return useAction({
    run: (client, input: Inputs["memory"]["updateProfile"], call) =>
      client.memory.updateProfile.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: () => t("memory.saved"),
    onDone,
    onFailed: (error) => errorReason(error) === "memory.profileChanged",
  });
}

export function useAddItem(onDone: () => void) {
  return useAction({
    run: (client, input: AddItemInput, call) => client.memory.add.mutate(input, call),
    touches: TOUCHES,
    undo: true,
    done: (item) =>
      item.supersedes.length > 0
        ? t("memory.replaces")
        : t("memory.added", { what: briefly(item) }),
    onDone,
    onFailed: (error) => Object.keys(fieldErrors(error)).length > 0,
  });
}

/** Takes a noticed item out of what waits to be looked at. */
function useLooked() {
  const trpc = useTRPC();
  return (cache: QueryClient, itemId: string) =>
    patchWithout(cache, trpc.memory.night.queryFilter(), itemId);
}

export function useValidate() {
  const looked = useLooked();
  return useAction({
    run: (client, item: Item, call) => client.memory.validate.mutate({ itemId: item.id }, call),
    touches: TOUCHES,
    undo: true,
    optimistic: (cache, item) => looked(cache, item.id),
    done: (item) => t("memory.validated", { what: briefly(item) }),
  });
}

export function useCorrect(onDone: () => void) {
  return useAction({
    run: (client, { item, content }: { item: Item; content: string }, call) =>
      client.memory.update.mutate({ itemId: item.id, content, title: null }, call),
    touches: TOUCHES,
    undo: true,
    done: (item) => t("memory.corrected", { what: briefly(item) }),
    onDone,
  });
}

/** Forgets for good; there is no way back, so no undo is offered. */
export function useForget(onDone: () => void) {
  const trpc = useTRPC();
  const looked = useLooked();
  return useAction({
    run: (client, item: Item, call) => client.memory.forget.mutate({ itemId: item.id }, call),
    touches: TOUCHES,
    optimistic: (cache, item) => {
      const known = patch<Known>(cache, trpc.memory.search.infiniteQueryFilter(), (data) => ({
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.filter((one) => one.id !== item.id),
        })),
      }));
      const fresh = looked(cache, item.id);
      return () => {
        known();
        fresh();
      };
    },
    done: () => t("memory.forgotten"),
    onDone,
  });
}

/** Takes back one line that was learnt overnight; it is not learnt a second time. */
export function useUnlearn() {
  const looked = useLooked();
  return useAction({
    run: (client, input: Inputs["memory"]["unlearn"], call) =>
      client.memory.unlearn.mutate(input, call),
    touches: TOUCHES,
    optimistic: (cache, input) =>
      "itemId" in input && input.itemId !== undefined
        ? looked(cache, input.itemId)
        : () => undefined,
    done: () => t("memory.unlearnt"),
  });
}

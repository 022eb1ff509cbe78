import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  isTRPCClientError,
  retryLink,
  splitLink,
  type TRPCClientError,
  type TRPCLink,
} from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@vida/api/root";

import { newId } from "@/lib/new-id.ts";

const url = "/trpc";

/**
 * Gives every mutation its action id before the retries, so that a repeated request is the same action.
 */
const actionIdLink: TRPCLink<AppRouter> = () => (inner) => {
  const { next, op } = inner;
  return observable((observer) => {
    if (op.type === "mutation") op.context["actionId"] ??= newId();
    return next(op).subscribe(observer);
  });
};

/** Tells that the session is over, whichever request noticed it first. */
function signedOutLink(onSignedOut: () => void): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) =>
      observable((observer) =>
        next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (error.data?.code === "unauthenticated") onSignedOut();
            observer.error(error);
          },
        }),
      );
}

/** A request that got no answer at all, or one that says "later", may be sent again. */
function mayRetry(error: TRPCClientError<AppRouter>): boolean {
  const status = error.data?.httpStatus;
  return status === undefined ? !error.cause?.name.includes("Abort") : status === 503;
}

export function makeClient(onSignedOut: () => void) {
  return createTRPCClient<AppRouter>({
    links: [
      signedOutLink(onSignedOut),
      actionIdLink,
      splitLink({
        condition: (op) => op.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: [
          retryLink<AppRouter>({
            retry: ({ error, attempts }) => attempts <= 3 && mayRetry(error),
            retryDelayMs: (attempt) => 250 * 2 ** attempt,
          }),
          splitLink({
            condition: (op) => op.type === "mutation",
            true: httpLink({
              url,
              headers: ({ op }) => ({ "x-action-id": String(op.context["actionId"]) }),
            }),
            false: httpBatchLink({ url, maxURLLength: 2000, maxItems: 10 }),
          }),
        ],
      }),
    ],
  });
}

export type Client = ReturnType<typeof makeClient>;

export type ApiError = TRPCClientError<AppRouter>;

export function isApiError(error: unknown): error is ApiError {
  return isTRPCClientError<AppRouter>(error);
}

type ToastAction = { label: string; run: () => unknown };
export type ToastRequest = {
  text: string;
  action?: ToastAction | undefined;
  kind: "done" | "error";
};

type Listener = (request: ToastRequest) => void;
let listener: Listener | null = null;
const waiting: ToastRequest[] = [];
const wakers = new Set<() => void>();

/** Shows a short message with at most one thing to do; the toaster's code is fetched with the first. */
export function showToast(
  text: string,
  action?: ToastAction,
  kind: "done" | "error" = "done",
): void {
  const request: ToastRequest = { text, action, kind };
  if (listener !== null) listener(request);
  else {
    waiting.push(request);
    for (const wake of wakers) wake();
  }
}

export function onFirstToast(wake: () => void): () => void {
  wakers.add(wake);
  return () => wakers.delete(wake);
}

export function takeToasts(next: Listener): () => void {
  listener = next;
  for (const request of waiting.splice(0)) next(request);
  return () => {
    listener = null;
  };
}

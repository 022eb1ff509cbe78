import { deviceName } from "../settings/device-name.ts";

export type PushState = "unsupported" | "denied" | "off" | "on";

/** Whether this browser can be told things while no page is open. */
export function supportsPush(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** The endpoint under which this browser is told things, if it is. */
export async function currentEndpoint(): Promise<string | null> {
  const worker = await navigator.serviceWorker.getRegistration("/");
  const subscription = await worker?.pushManager.getSubscription();
  return subscription?.endpoint ?? null;
}

export type Subscription = {
  endpoint: string;
  keys: { p256dh: string; auth: string };
  device: string;
};

/**
 * Asks for permission and subscribes; called from a tap, never by itself. Null when the person says no.
 *
 * A subscription that the server does not know is somebody else's of this browser: it ends, so that their
 * notices do not come here.
 */
export async function subscribeHere(
  publicKey: string,
  known: readonly string[],
): Promise<Subscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const worker = await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  await navigator.serviceWorker.ready;
  const before = await worker.pushManager.getSubscription();
  if (before !== null && !known.includes(before.endpoint)) await before.unsubscribe();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  return {
    endpoint: subscription.endpoint,
    keys: { p256dh: keyOf(subscription, "p256dh"), auth: keyOf(subscription, "auth") },
    device: deviceName(navigator.userAgent),
  };
}

/** Ends the subscription of this browser. */
export async function unsubscribeHere(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration("/");
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}

function keyOf(subscription: PushSubscription, name: PushEncryptionKeyName): string {
  const bytes = new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer());
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

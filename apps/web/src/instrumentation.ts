/** Gives every request the address it really came from, which the API's rate limits rest on. */
export async function register(): Promise<void> {
  // Next drops this branch from every other runtime, where Node's modules do not exist.
  // oxlint-disable-next-line node/no-process-env
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { nameClientAddresses } = await import("./lib/client-address.ts");
  nameClientAddresses();
}

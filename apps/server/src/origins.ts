const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

/** Tells whether a host name can only be this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    loopbackHosts.includes(hostname) || hostname === "::1" || /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/** An address's origin; for a loopback address with the other names of this machine. */
export function sameOrigins(address: string): string[] {
  const url = new URL(address);
  if (!isLoopback(url.hostname)) return [url.origin];
  const port = url.port === "" ? "" : `:${url.port}`;
  const aliases = loopbackHosts.map((host) => `${url.protocol}//${host}${port}`);
  return [...new Set([url.origin, ...aliases])];
}

export type OriginCheck = {
  method: string;
  origin: string | undefined;
  cookie: string | undefined;
};

/**
 * Tells whether a request that may change something must be refused.
 *
 * Whatever carries cookies has to name an origin of ours. Any other origin is refused also without
 * cookies: a browser sends none of ours there by itself, but nobody legitimate needs it either.
 */
export function isForeign(request: OriginCheck, origins: readonly string[]): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return false;
  if (request.origin !== undefined) return !origins.includes(request.origin);
  return request.cookie !== undefined;
}

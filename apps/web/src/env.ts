/** Tells where the API listens; read at run time, so one build serves every installation. */
export function apiUrl(): string {
  return process.env["API_URL"] ?? `http://127.0.0.1:${process.env["API_PORT"] ?? "4000"}`;
}

/** Tells whether a proxy in front may name the client's address. */
export function trustsProxy(): boolean {
  const value = process.env["TRUST_PROXY"] ?? "";
  return value !== "" && value !== "off" && value !== "false" && value !== "0";
}

export const isDevelopment = process.env.NODE_ENV === "development";

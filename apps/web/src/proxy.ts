import { NextResponse, type NextRequest } from "next/server";

import { apiUrl, isDevelopment } from "./env.ts";
import { contentSecurityPolicy, securityHeaders } from "./lib/security-headers.ts";

const FORWARDED = /^\/(trpc\/|api\/|healthz$|readyz$)/;
const DOORS = /^\/(login|sign-up|forgot-password|reset-password)$/;

/**
 * Makes the browser see one origin, keeps pages behind the log-in and gives every page its nonce.
 *
 * The cookie is only looked at, never trusted: it decides which page to show first, while the API
 * decides what anybody may read.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (FORWARDED.test(pathname)) return forward(request);

  const knocks = !hasSession(request);
  if (pathname === "/signup")
    return NextResponse.redirect(new URL(`/sign-up${search}`, request.url));
  if (pathname === "/")
    return NextResponse.redirect(new URL(knocks ? "/login" : "/dashboard", request.url));
  if (knocks && !DOORS.test(pathname)) {
    const target = new URL("/login", request.url);
    target.searchParams.set("redirectTo", pathname + search);
    return NextResponse.redirect(target);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of securityHeaders(request)) response.headers.set(name, value);
  return response;
}

function forward(request: NextRequest): NextResponse {
  const target = new URL(request.nextUrl.pathname + request.nextUrl.search, apiUrl());
  const headers = new Headers(request.headers);
  headers.set("x-forwarded-proto", request.nextUrl.protocol.replace(":", ""));
  return NextResponse.rewrite(target, { request: { headers } });
}

function hasSession(request: NextRequest): boolean {
  return request.cookies.getAll().some((cookie) => cookie.name.endsWith("session_token"));
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|icon|apple-icon|manifest|favicon|sw\\.js).*)"],
};

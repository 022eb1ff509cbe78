import type { Db } from "@vida/db/db";
import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint, sessionMiddleware } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";

import { asAuthError, refuse } from "./auth-errors.ts";
import { addressHeader } from "./auth-hooks.ts";
import type { Env } from "./env.ts";
import type { Invites } from "./invites.ts";
import type { Limits } from "./limits.ts";

/** The person whose data shows what Vida can do; her address counts as verified when her life is seeded. */
export const demoEmail = "demo@vida.local";

type Deps = { db: Db; env: Env; limits: Limits; invites: Invites };

/** Whether the demo person may be let in: embedded default only, never in production. */
export async function hasDemo({ db, env }: Pick<Deps, "db" | "env">): Promise<boolean> {
  if (!env.embedded || env.production) return false;
  return (await db.auth.loginUser.count({ where: { email: demoEmail, emailVerified: true } })) > 0;
}

/**
 * Our own log-in routes beside better-auth's.
 *
 * `POST /api/auth/demo` lets the demo person in; `POST /api/auth/invite` makes an invitation and is
 * for the person who runs the installation.
 */
export function vidaEndpoints(deps: Deps): BetterAuthPlugin {
  const { db, env, limits, invites } = deps;
  return {
    id: "vida",
    endpoints: {
      signInDemo: createAuthEndpoint("/demo", { method: "POST" }, async (ctx) => {
        const address = ctx.headers?.get(addressHeader) ?? "unknown";
        await limits.spend("signIn", { address }).catch((error: unknown) => {
          throw asAuthError(error);
        });
        if (!(await hasDemo(deps))) throw refuse("DEMO_UNAVAILABLE");
        const found = await ctx.context.internalAdapter.findUserByEmail(demoEmail);
        if (!found) throw refuse("DEMO_UNAVAILABLE");
        const session = await ctx.context.internalAdapter.createSession(found.user.id);
        await setSessionCookie(ctx, { session, user: found.user });
        return ctx.json({ user: { id: found.user.id, name: found.user.name } });
      }),
      createInvite: createAuthEndpoint(
        "/invite",
        { method: "POST", use: [sessionMiddleware] },
        async (ctx) => {
          const { id } = ctx.context.session.user;
          const owners = await db.auth.loginUser.count({ where: { id, isOwner: true } });
          if (owners === 0) throw refuse("NOT_OWNER");
          const { code, expiresAt } = await invites.create(id);
          return ctx.json({ code, expiresAt, url: `${env.appUrl}/sign-up?invite=${code}` });
        },
      ),
    },
  };
}

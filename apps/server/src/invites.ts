import { createHash, randomBytes } from "node:crypto";

import { newId, type Clock } from "@vida/core/context";
import type { Db } from "@vida/db/db";

const validHours = 7 * 24;
/** A claim whose sign-up never came about is free again after this long. */
const claimMinutes = 1;

export type Invites = {
  /** Makes a one-time code; only its hash is kept. */
  create(invitedBy: string): Promise<{ code: string; expiresAt: string }>;
  /** Takes a code for one sign-up; false when it is unknown, old or taken. */
  claim(code: string): Promise<boolean>;
  /** Marks a claimed code as used for good. */
  settle(code: string, usedBy: string): Promise<void>;
};

export function createInvites(db: Db, clock: Clock): Invites {
  const dateIn = (hours: { hours?: number; minutes?: number }): Date =>
    new Date(clock().add(hours).epochMilliseconds);

  return {
    async create(invitedBy) {
      const code = randomBytes(18).toString("base64url");
      const expiresAt = dateIn({ hours: validHours });
      await db.auth.loginInvite.create({
        data: { id: newId(), codeHash: hashOf(code), invitedBy, createdAt: dateIn({}), expiresAt },
      });
      return { code, expiresAt: expiresAt.toISOString() };
    },
    async claim(code) {
      const { count } = await db.auth.loginInvite.updateMany({
        where: {
          codeHash: hashOf(code),
          usedBy: null,
          expiresAt: { gt: dateIn({}) },
          OR: [{ usedAt: null }, { usedAt: { lt: dateIn({ minutes: -claimMinutes }) } }],
        },
        data: { usedAt: dateIn({}) },
      });
      return count === 1;
    },
    async settle(code, usedBy) {
      await db.auth.loginInvite.updateMany({ where: { codeHash: hashOf(code) }, data: { usedBy } });
    },
  };
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}

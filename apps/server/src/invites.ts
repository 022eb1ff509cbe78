import { createHash, randomBytes } from "node:crypto";

import { instantToDate, newId, type Clock } from "@vida/core/context";
import type { Db } from "@vida/db/db";

const validMinutes = 7 * 24 * 60;
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
  const dateIn = (minutes: number): Date => instantToDate(clock().add({ minutes }));

  return {
    async create(invitedBy) {
      const code = randomBytes(18).toString("base64url");
      const expiresAt = dateIn(validMinutes);
      await db.auth.loginInvite.create({
        data: { id: newId(), codeHash: hashOf(code), invitedBy, createdAt: dateIn(0), expiresAt },
      });
      return { code, expiresAt: expiresAt.toISOString() };
    },
    async claim(code) {
      const { count } = await db.auth.loginInvite.updateMany({
        where: {
          codeHash: hashOf(code),
          usedBy: null,
          expiresAt: { gt: dateIn(0) },
          OR: [{ usedAt: null }, { usedAt: { lt: dateIn(-claimMinutes) } }],
        },
        data: { usedAt: dateIn(0) },
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

import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { sequencesOf, tablesOf } from "@vida/db/backup/catalog";
import { takeBackup } from "@vida/db/backup/take";
import { withClient } from "@vida/db/roles";
import { testDb, testServer } from "@vida/db/testing";
import { cloneDatabase } from "@vida/db/testing-server";
import { afterAll, describe, expect, it } from "vitest";

import { restoreBackup } from "./restore.ts";

const { urls, newPerson, superPool } = await testDb();
const folder = mkdtempSync(join(tmpdir(), "vida-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Values that a careless text form would lose. */
const awkward = {
  text: "aspas \" ' e \\ barra,\n\ttab, {chaves}, emoji 🌱, NULL, \\N",
  json: '{"number": 12345678901234567890.10, "none": null, "text": "\\\\u0041 \\"x\\""}',
};

/** A text for each table, equal exactly when the rows are. */
async function contentOf(adminUrl: string): Promise<Record<string, string>> {
  return withClient(adminUrl, async (client) => {
    const content: Record<string, string> = {};
    for (const { schema, table } of await tablesOf(client)) {
      const { rows } = await client.query<{ rows: string }>(
        `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from "${schema}"."${table}" t`,
      );
      content[`${schema}.${table}`] = rows[0]?.rows ?? "";
    }
    content["sequences"] = JSON.stringify(await sequencesOf(client));
    return content;
  });
}

async function personWithRows(): Promise<string> {
  const { userId } = await newPerson({ name: awkward.text.slice(0, 40) });
  await superPool.query(
    `insert into conversations (user_id, id, title, last_activity_at, created_at)
     values ($1, $2, $3, '2026-11-22 12:00:00.123+00', 'infinity')`,
    [userId, randomUUID(), awkward.text],
  );
  await superPool.query(
    `insert into actions (user_id, id, operation, input_hash, output, actor, created_at)
     values ($1, $2, 'x', 'x', $3, 'user', now()), ($1, $4, 'x', 'x', 'null', 'user', now())`,
    [userId, randomUUID(), awkward.json, randomUUID()],
  );
  await superPool.query(
    "select graphile_worker.add_job('chat.run', json_build_object('userId', $1::text), 'q1')",
    [userId],
  );
  return userId;
}

async function emptyTarget(): Promise<Awaited<ReturnType<typeof cloneDatabase>>> {
  return cloneDatabase(testServer(), `restore_${randomUUID().slice(0, 8)}`);
}

describe("a back-up", () => {
  it("brings every row, value and sequence back, into a database that had others", async () => {
    await personWithRows();
    const file = join(folder, "whole.backup");
    await takeBackup(urls.admin, file);
    const before = await contentOf(urls.admin);

    const target = await emptyTarget();
    await withClient(target.admin, (client) =>
      client.query(`insert into login."user" (id, name, email, email_verified, created_at, updated_at)
        values (gen_random_uuid(), 'Antes', 'antes@example.com', false, now(), now())`),
    );
    await restoreBackup(target, file);

    expect(before["public.actions"]).toContain("12345678901234567890.10");
    expect(await contentOf(target.admin)).toEqual(before);
  });

  it("restores rows under the same forced row-level security", async () => {
    const userId = await personWithRows();
    const file = join(folder, "guarded.backup");
    await takeBackup(urls.admin, file);
    const target = await emptyTarget();
    await restoreBackup(target, file);
    const seen = await withClient(target.app, async (client) => {
      const none = await client.query("select 1 from conversations");
      await client.query("select set_config('app.current_user_id', $1, false)", [userId]);
      const own = await client.query("select 1 from conversations");
      return [none.rowCount, own.rowCount];
    });
    expect(seen).toEqual([0, 1]);
  });

  it("frees the jobs that somebody held when it was taken", async () => {
    await personWithRows();
    await superPool.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'",
    );
    const file = join(folder, "jobs.backup");
    await takeBackup(urls.admin, file);
    await superPool.query(
      "update graphile_worker._private_jobs set locked_at = null, locked_by = null",
    );
    const target = await emptyTarget();
    await restoreBackup(target, file);
    const held = await withClient(target.admin, (client) =>
      client.query("select 1 from graphile_worker._private_jobs where locked_by is not null"),
    );
    expect(held.rowCount).toBe(0);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["missing its last lines", (bytes: Buffer) => gzipSync(linesOf(bytes).slice(0, -3).join("\n"))],
    ["missing one row", (bytes: Buffer) => gzipSync(withoutOneRow(linesOf(bytes)).join("\n"))],
    ["no gzip at all", () => Buffer.from("create table x ();")],
    [
      "of a newer Vida",
      (bytes: Buffer) =>
        gzipSync(
          gunzipSync(bytes)
            .toString()
            .replace(/"migrations":\[/, '"migrations":["99990101000000_future",'),
        ),
    ],
  ])("is refused when %s, and leaves the database as it was", async (_, spoil) => {
    await personWithRows();
    const file = join(folder, "spoilt.backup");
    await takeBackup(urls.admin, file);
    writeFileSync(file, spoil(readFileSync(file)));
    const target = await emptyTarget();
    const before = await contentOf(target.admin);
    await expect(restoreBackup(target, file)).rejects.toHaveProperty("isSentence", true);
    expect(await contentOf(target.admin)).toEqual(before);
  });

  it("is not restored under a connection that is still open", async () => {
    const file = join(folder, "open.backup");
    await takeBackup(urls.admin, file);
    const target = await emptyTarget();
    await withClient(target.app, async () => {
      await expect(restoreBackup(target, file)).rejects.toHaveProperty("isSentence", true);
    });
  });
});

function linesOf(bytes: Buffer): string[] {
  return gunzipSync(bytes).toString().trimEnd().split("\n");
}

function withoutOneRow(lines: string[]): string[] {
  const row = lines.findIndex((line) => line.startsWith("["));
  return lines.toSpliced(row, 1);
}

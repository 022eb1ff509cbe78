import { spawn } from "node:child_process";
/**
 * What the first load of each page costs: gzip bytes of the JavaScript that its HTML asks for.
 *
 * The built pages are served as in production and read as a browser reads them: every chunk that the HTML
 * names, in script tags and in the data of its components, counts once. What a page fetches later, when a
 * chart, a sheet or the palette opens, does not.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

import { root } from "../bootstrap.mjs";
import { buildWeb } from "../stack/build.ts";
import { findFreePort } from "../stack/ports.ts";

/** Pages and the most that their JavaScript may weigh, in kB of 1,000 bytes. */
const PAGES: readonly [path: string, limit: number][] = [
  ["/login", 250],
  ["/sign-up", 250],
  ["/dashboard", 250],
  ["/chat", 260],
  ["/tracking", 260],
  ["/tracking/metrics", 260],
  ["/tracking/calendar", 260],
  ["/activity", 250],
  ["/settings", 250],
];

const web = join(root, "apps/web");
await buildWeb();
const port = await findFreePort();
const server = spawn(
  process.execPath,
  [join(root, "node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)],
  {
    cwd: web,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: "ignore",
  },
);
try {
  const base = `http://127.0.0.1:${port}`;
  await untilUp(base);
  const pages = [];
  for (const [path, limit] of PAGES) pages.push({ path, limit, ...weigh(await html(base, path)) });
  for (const { path, limit, files, kB, css } of pages) {
    const verdict = kB <= limit ? "ok" : "TOO HEAVY";
    console.log(
      `${path.padEnd(20)} ${kB.toFixed(1).padStart(7)} kB of ${limit}  ${String(files).padStart(2)} files  css ${css.toFixed(1)} kB  ${verdict}`,
    );
  }
  const heaviest = Math.max(...pages.map(({ kB, limit }) => kB / limit));
  process.exitCode = heaviest <= 1 ? 0 : 1;
  const kB = Object.fromEntries(pages.map((page) => [page.path, Number(page.kB.toFixed(1))]));
  console.log(JSON.stringify({ name: "web", kB, ok: heaviest <= 1 }));
} finally {
  if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
}

async function untilUp(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`${base}/login`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await pause(100);
  }
  throw new Error("The pages did not come up.");
}

/** The page as somebody with a session gets it; the proxy only looks whether there is a cookie. */
async function html(base: string, path: string): Promise<string> {
  const response = await fetch(`${base}${path}`, {
    headers: { cookie: "vida.session_token=bench" },
    redirect: "error",
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

function weigh(page: string): { files: number; kB: number; css: number } {
  // Browsers that know modules never fetch the polyfills of those that do not.
  const modern = page.replaceAll(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  const scripts = chunks(modern, "js");
  return { files: scripts.length, kB: gzipped(scripts), css: gzipped(chunks(modern, "css")) };
}

function chunks(page: string, kind: "js" | "css"): string[] {
  const found = page.matchAll(/static\/chunks\/[\w.~/()@-]+?\.(js|css)\b/g);
  return [...new Set([...found].filter(([, ending]) => ending === kind).map(([file]) => file))];
}

function gzipped(files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(web, ".next", file))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

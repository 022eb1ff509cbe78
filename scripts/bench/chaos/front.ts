import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort } from "../../../apps/server/src/testing-process.ts";

export type Front = { readonly port: number; stop(): Promise<void> };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** nginx with the file of `deploy`, its addresses and its `listen` put in place. */
export async function startNginx(sites: readonly string[]): Promise<Front> {
  const port = await freePort();
  const upstream = sites.map((address) => `server ${new URL(address).host} fail_timeout=2s;`);
  const file = readFileSync(join(import.meta.dirname, "../../../deploy/nginx.conf"), "utf8")
    .replaceAll(/^ *server (site|pages)-1.*$/gm, upstream.join(" "))
    .replaceAll(/^ *server (site|pages)-2.*$/gm, "")
    .replaceAll(/^ *ssl_.*$/gm, "")
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${port}`);
  const conf = (folder: string) => `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 4096; }
    http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      ${file} }`;
  return startTool("nginx", port, conf, (path) => ["-c", path]);
}

/**
 * PgBouncer before one database, for the roles that may go through it; in transaction mode where it knows
 * prepared statements (1.21), else in session mode.
 */
export async function startBouncer(app: string, auth: string): Promise<Front> {
  const told = execFileSync("pgbouncer", ["--version"], { encoding: "utf8" });
  const version = Number(/PgBouncer (\d+\.\d+)/.exec(told)?.[1]);
  const port = await freePort();
  const { hostname, port: behind, pathname } = new URL(app);
  const users = [app, auth].map((url) => {
    const { username, password } = new URL(url);
    return `"${username}" "${decodeURIComponent(password)}"\n`;
  });
  const conf = (folder: string) => {
    writeFileSync(join(folder, "users.txt"), users.join(""));
    return `[databases]
${pathname.slice(1)} = host=${hostname} port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
auth_type = scram-sha-256
auth_file = ${join(folder, "users.txt")}
pool_mode = ${version < 1.21 ? "session" : "transaction"}
default_pool_size = 16
max_client_conn = 1000
${version < 1.21 ? "" : "max_prepared_statements = 200"}
ignore_startup_parameters = extra_float_digits,options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout
unix_socket_dir =
`;
  };
  const asRoot = process.getuid?.() === 0 ? ["-u", "postgres"] : [];
  return startTool("pgbouncer", port, conf, (path) => [...asRoot, path]);
}

async function startTool(
  name: string,
  port: number,
  conf: (folder: string) => string,
  args: (path: string) => string[],
): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), `vida-${name}-`));
  chmodSync(folder, 0o777); // either may give up its rights at the start
  const path = join(folder, "conf");
  writeFileSync(path, conf(folder));
  const child: ChildProcess = spawn(name, args(path), { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const ended = once(child, "exit");
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${name}: ${said}`);
    await pause(50);
  }
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

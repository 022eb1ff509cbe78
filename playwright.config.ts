import { defineConfig } from "@playwright/test";

const { E2E_PORT: port, E2E_API_PORT: apiPort, E2E_DATA_DIR: dataDir } = process.env;
if (!port || !apiPort || !dataDir) {
  throw new Error("npm run e2e picks the ports and the data folder; run the journeys through it.");
}

const DEMO = "**/demo.e2e.ts";
const onServer = Boolean(process.env.CI);

/**
 * Journeys through the real stack, started on an empty database (`apps/web/e2e`), and the stack itself
 * (`tests/stack.e2e.ts`).
 */
export default defineConfig({
  testDir: ".",
  // The stack's own test reads processes from /proc.
  testMatch: ["apps/web/e2e/*.e2e.ts", ...(process.platform === "linux" ? ["tests/*.e2e.ts"] : [])],
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: onServer,
  // A shared machine may stall for a minute; what needed a second try is listed as flaky.
  retries: onServer ? 1 : 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "pt-BR",
    timezoneId: "America/Sao_Paulo",
    // Recording costs a third of the time; a failure is looked into where it happens again.
    trace: onServer ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    // First, and alone: writing the demo person's life keeps a core busy.
    { name: "demo", testMatch: DEMO, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "desktop",
      testIgnore: DEMO,
      dependencies: ["demo"],
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testDir: "apps/web/e2e",
      testIgnore: DEMO,
      dependencies: ["demo"],
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    env: {
      PORT: port,
      API_PORT: apiPort,
      DATA_DIR: dataDir,
      APP_URL: `http://localhost:${port}`,
      MODEL_PROVIDER: "local",
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
    },
  },
});

/** The server under measure: site and worker in one process, as a person's own installation runs them. */
import { z } from "zod";

import { startTestApp, testEnv } from "../../../apps/server/src/testing.ts";

const url = z.string();
const Urls = z.object({ owner: url, app: url, auth: url, worker: url, admin: url });
const urls = Urls.parse(JSON.parse(process.argv[2] ?? "{}"));
const app = await startTestApp(testEnv(urls, { role: "all", logLevel: "silent" }));
process.send?.({ address: app.address });
process.once("message", () => {
  void app.stop().then(() => process.exit(0));
});

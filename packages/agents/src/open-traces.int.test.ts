import { testServices } from "@vida/core/testing";
import { afterEach, expect, test } from "vitest";

import { openTraces } from "./open-traces.ts";
import type { TraceConfig } from "./open-traces.ts";
import { startCollector } from "./testing/collector.ts";
import { confirm, testChat } from "./testing/runs.ts";
import { NO_TRACE } from "./trace.ts";

const services = await testServices();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** One message, its card confirmed and a question, with traces going to a collector. */
async function traced(config: (url: string) => TraceConfig) {
  const collector = await startCollector();
  open.push(collector);
  const traces = await openTraces(config(collector.url));
  const chat = await testChat(services, { trace: traces.trace });
  await chat.tell("bebi 512 ml de água");
  const [card] = await chat.cards();
  const actions = card?.actions ?? [];
  await chat.decide(
    card?.confirmationId ?? "",
    actions.map(({ actionId }) => confirm(actionId)),
  );
  await chat.tell("quanto bebi de água hoje?");
  await traces.close();
  return collector;
}

test("runs, steps, model calls and tools arrive at a collector, one inside the other, without what was said", async () => {
  const collector = await traced((otlpEndpoint) => ({ otlpEndpoint, content: false }));
  expect(collector.seen.every(({ path }) => path === "/v1/traces")).toBe(true);
  const paths = new Set(collector.spans.map((span) => collector.pathOf(span).join(" > ")));
  expect([...paths]).toEqual(
    expect.arrayContaining([
      "run",
      "run > step triage",
      "run > step agent",
      "run > step agent > model",
      "run > step propose > tool",
      "run > step tools > tool",
      "run > tool",
    ]),
  );
  const attributes = collector.spans.flatMap((span) =>
    span.attributes.map(({ key, value }) => `${key}=${value.stringValue ?? value.intValue}`),
  );
  expect(attributes).toEqual(
    expect.arrayContaining([
      "vida.run.kind=message",
      "vida.run.kind=decision",
      "vida.run.status=waiting",
      "vida.run.status=completed",
      "gen_ai.tool.name=record_metric",
      "vida.tool=write",
    ]),
  );
  expect(collector.raw()).not.toMatch(/512 ?ml|bebi|água/i);
  const values = collector.spans.flatMap((span) => span.attributes.map(({ value }) => value));
  expect(values.filter((value) => Object.values(value).map(String).includes("512"))).toEqual([]);
});

test("what was said goes along where the installation asks for it", async () => {
  const collector = await traced((otlpEndpoint) => ({ otlpEndpoint, content: true }));
  expect(collector.raw()).toContain("bebi 512 ml de água");
});

test("LangSmith is reached under its own address with its key", async () => {
  const collector = await traced((langsmithEndpoint) => ({
    langsmithKey: "ls-key",
    langsmithEndpoint,
    content: false,
  }));
  expect(collector.seen[0]).toEqual({ path: "/v1/traces", key: "ls-key" });
});

test("a collector that is gone costs a run nothing", async () => {
  const collector = await startCollector();
  await collector.close();
  const traces = await openTraces({ otlpEndpoint: collector.url, content: false });
  const chat = await testChat(services, { trace: traces.trace });
  await chat.tell("oi");
  expect((await chat.events()).at(-1)).toMatchObject({ type: "run_finished", status: "completed" });
  await traces.close();
});

test("nothing is opened where nothing is asked for", async () => {
  const traces = await openTraces({ content: false });
  expect(traces.trace).toBe(NO_TRACE);
});

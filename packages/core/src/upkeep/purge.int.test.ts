import { testDb } from "@vida/db/testing";
import { expect, test } from "vitest";

import { contribute } from "../investments/contribute.ts";
import { createInvestment } from "../investments/create.ts";
import { removeInvestment } from "../investments/remove.ts";
import { createMetric } from "../metrics/create.ts";
import { removeMetric } from "../metrics/remove.ts";
import { testServices, type TestPerson } from "../testing.ts";
import { recordEntry } from "../tracking/record.ts";
import { purgeRemoved } from "./purge.ts";

const services = await testServices();
const { superPool } = await testDb();

async function namesIn(table: string, { userId }: TestPerson): Promise<string[]> {
  const { rows } = await superPool.query<{ name: string }>(
    `select name from ${table} where user_id = $1 order by 1`,
    [userId],
  );
  return rows.map(({ name }) => name);
}

test("metrics and investments removed a month ago go for good, those that the history names stay", async () => {
  const [ana, bia] = [await services.person(), await services.person()];
  for (const person of [ana, bia]) {
    for (const name of ["Café", "Páginas", "Passos"]) {
      const { id: metricId } = await person.run(createMetric, { name, unit: "un" });
      if (name === "Páginas") await person.run(recordEntry, { type: "custom", metricId, value: 3 });
      if (name !== "Passos") await person.run(removeMetric, { metricId });
    }
    for (const name of ["Ações", "Reserva", "Viagem"]) {
      const input = { name, type: "custom", currentAmount: "100.00" } as const;
      const { id: investmentId } = await person.run(createInvestment, input);
      if (name === "Reserva") await person.run(contribute, { investmentId, amount: "50.00" });
      if (name !== "Viagem") await person.run(removeInvestment, { investmentId });
    }
  }
  const trailOf = async (): Promise<number> =>
    (await superPool.query("select from audit_log where user_id = $1", [ana.userId])).rowCount ?? 0;
  const trail = await trailOf();
  services.at("2026-12-21T15:00:00Z");
  expect(await purgeRemoved(services, ana)).toMatchObject({ metrics: 0, investments: 0 });
  services.at("2026-12-23T15:00:00Z");
  expect(await purgeRemoved(services, ana)).toMatchObject({ metrics: 1, investments: 1 });
  expect(await purgeRemoved(services, ana)).toMatchObject({ metrics: 0, investments: 0 });
  expect(await namesIn("custom_metrics", ana)).toEqual(["Passos", "Páginas"]);
  expect(await namesIn("investments", ana)).toEqual(["Reserva", "Viagem"]);
  expect(await trailOf()).toBe(trail);
  expect(await namesIn("custom_metrics", bia)).toHaveLength(3);
  expect(await namesIn("investments", bia)).toHaveLength(3);
});

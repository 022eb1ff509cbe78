import { testDb } from "@vida/db/testing";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";

import { newId } from "./context.ts";
import type { Services } from "./context.ts";
import { DomainError } from "./errors.ts";
import { execute } from "./operation.ts";
import type { Operation } from "./operation.ts";

/** A Sunday noon in São Paulo; tests move on from here. */
export const NOON = Temporal.Instant.from("2026-11-22T15:00:00Z");

export type TestPerson = {
  readonly userId: string;
  /** Runs an operation as this person; `actionId` as a client would send it. */
  run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
    actionId?: string,
  ): Promise<z.output<O>>;
  /** The refusal of an operation, as `code reason`; fails when it succeeds or breaks. */
  refusal(operation: Operation, input: unknown): Promise<string>;
};

/** Services on this worker's database with a clock that only the test moves. */
export async function testServices(): Promise<
  Services & {
    at(instant: string): void;
    person(options?: { timezone?: string; currency?: string; name?: string }): Promise<TestPerson>;
  }
> {
  const { db, newPerson } = await testDb();
  let now = NOON;
  const services: Services = { db, clock: () => now };
  return {
    ...services,
    at(instant) {
      now = Temporal.Instant.from(instant);
    },
    async person(options = {}) {
      const { userId } = await newPerson(options);
      return {
        userId,
        run: (operation, input, actionId = newId()) =>
          execute(services, operation, input, { userId, actionId }),
        async refusal(operation, input) {
          try {
            await execute(services, operation, input, { userId });
          } catch (error) {
            if (error instanceof DomainError) return `${error.code} ${error.reason}`;
            throw error;
          }
          throw new Error(`${operation.name} did not refuse`);
        },
      };
    },
  };
}

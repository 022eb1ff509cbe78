import { v5 } from "@langchain/core/utils/uuid";

const NAMESPACE = "6f4a4c57-2f0e-5d5b-9a0e-7d1c3b8a9e21";

/** The id of the message that a run says; a run that starts again says it under the same id. */
export function messageIdOf(runId: string): string {
  return v5(`${runId}/message`, NAMESPACE);
}

/** The id of the card of one step of a thread; a resumed thread proposes under the same id. */
export function confirmationIdOf(threadId: string, step: number): string {
  return v5(`${threadId}/${step}/card`, NAMESPACE);
}

/** The id of one tool call of a step, which is also its row in the ledger. */
export function actionIdOf(threadId: string, step: number, index: number): string {
  return v5(`${threadId}/${step}/${index}`, NAMESPACE);
}

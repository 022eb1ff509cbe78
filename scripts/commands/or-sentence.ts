import { explain } from "../stack/say.ts";

/** Runs a command and ends the process; a failure with exit code 1 and its sentence. */
export async function orSentence(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
  // Idle connections would hold the process for some seconds more.
  process.exit();
}

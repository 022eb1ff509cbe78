import { explain } from "../stack/say.ts";

/** Runs a command to its end; a failure ends the process with exit code 1 and its sentence. */
export async function orSentence(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

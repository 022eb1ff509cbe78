import type { ToolContent } from "../messages.ts";
import { withoutOverlap } from "./overlap.ts";
import { pick } from "./pick.ts";
import { REPLIES } from "./replies/replies.ts";
import type { SpeakerContext } from "./speaker.ts";

/** What one tool told in this turn. */
export type Told = { tool: string; content: ToolContent };

type Success = Extract<ToolContent, { success: true }>;
type Failure = Extract<ToolContent, { success: false }>;

/** How one tool's result is said; `undefined` leaves it to the result's own summary. */
export type Reply = (result: Success, context: ReplyContext) => string | undefined;

/** `many`: the result is one line among others, under a heading that has said that it is done. */
export type ReplyContext = SpeakerContext & { many: boolean };

/**
 * Puts the results of a turn's tools into one answer.
 *
 * Every figure in it comes from a result. Done things are said first, then what was refused or failed,
 * then what must still be asked.
 */
export function composeAnswer(all: readonly Told[], context: SpeakerContext): string {
  const told = withoutOverlap(all, context.text);
  const successes = told.filter(({ content }) => content.success);
  const many = successes.length > 1;
  const done = told.flatMap(({ tool, content }) =>
    content.success ? [say(tool, content, { ...context, many })] : [],
  );
  const failures = told.flatMap(({ content }) => (content.success ? [] : [content]));
  const rejected = failures.filter(({ code }) => code === "rejected");
  const failed = failures.filter(({ code }) => code !== "rejected" && code !== "repeated");
  const blocks = [
    many ? heading(successes, context) + listed(done) : done.join("\n\n"),
    rejected.length > 0 ? putAside(rejected, done.length > 0, context) : "",
    ...failed.map((failure) => explain(failure, context)),
  ];
  const text = blocks.filter((block) => block !== "").join("\n\n");
  return text === "" ? "Feito." : text;
}

/** Says once that it is done, where each line would say it again. */
function heading(told: readonly Told[], { text }: SpeakerContext): string {
  const reads = told.some(({ tool }) => /^(get|search|analyze)_/.test(tool));
  return reads ? "" : `${pick(text, ["Tudo anotado", "Pronto", "Feito", "Prontinho"])}:\n\n`;
}

function listed(lines: readonly string[]): string {
  // Answers that are lists themselves stand as paragraphs.
  if (lines.some((line) => line.includes("\n"))) return lines.join("\n\n");
  return lines.map((line) => `- ${line}`).join("\n");
}

function say(tool: string, result: Success, context: ReplyContext): string {
  return REPLIES[tool]?.(result, context) ?? `${result.summary}.`;
}

function putAside(rejected: readonly Failure[], others: boolean, { text }: SpeakerContext): string {
  const some = rejected.length === 1 ? "Isso" : "O resto";
  const words = others
    ? pick(text, [`${some} eu deixei de lado, como você pediu.`, `${some} não registrei.`])
    : pick(text, [
        "Tudo bem, não registrei nada.",
        "Certo, deixei de lado.",
        "Sem problema, nada foi gravado.",
      ]);
  return rejected.some(({ reason }) => reason !== undefined && reason.trim() !== "")
    ? `${words} Se quiser, me diz como seria o certo.`
    : words;
}

function explain({ message, options }: Failure, { text }: SpeakerContext): string {
  const names = (options ?? []).map(({ label }) => label);
  if (names.length > 0) {
    const question = pick(text, ["Qual delas você quis dizer?", "De qual você está falando?"]);
    return `${question}\n\n${names.map((name) => `- ${name}`).join("\n")}`;
  }
  return `Não deu: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}.`;
}

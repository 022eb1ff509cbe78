import { spentToday } from "../chat/spending.ts";
import type { Ctx, Services } from "../context.ts";
import { dayToDate } from "../dates.ts";
import { isDomainError } from "../errors.ts";
import type { PersonJob } from "../jobs.ts";
import { inSession } from "../operation.ts";
import { extractByRule } from "./extraction.ts";
import type { Extraction, Extractor, Night } from "./extraction.ts";
import { storeItems, storeLines } from "./learn.ts";
import { profileOf } from "./profile.ts";

/** At most this many messages are read in one night; the rest is read in the next. */
const MOST_MESSAGES = 500;
const MOST_KNOWN = 1000;
/** A night may take this long in all. */
const NIGHT_MS = 5 * 60_000;
/** After this many failed tries of a night the rules read it, so that nothing said goes unread. */
const TRIES = 3;

export type Consolidated = {
  /** False when this night was read already. */
  read: boolean;
  messages: number;
  learnt: number;
  superseded: number;
  questions: number;
  lines: number;
  provider: "google" | "local";
  failure: string | null;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
};

export type ConsolidateOptions = {
  /** The model that reads for who has agreed to it; without it the rules read. */
  extract?: Extractor | undefined;
  dailyCostLimit?: number | undefined;
  signal?: AbortSignal;
};

const NOTHING: Consolidated = {
  read: true,
  messages: 0,
  learnt: 0,
  superseded: 0,
  questions: 0,
  lines: 0,
  provider: "local",
  failure: null,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
};

type Opened = { night: Night; cursor: string | null; cloud: boolean; lastTry: boolean };
type Reading = Pick<
  Consolidated,
  "provider" | "failure" | "inputTokens" | "outputTokens" | "costUsd"
> & { extraction: Extraction };

/**
 * Learns overnight what the person said and did not ask to keep, once per person and local date.
 *
 * Reading happens between two sessions, storing in one transaction with the night's own row: it is stored
 * whole or not at all, and never twice. What was forgotten never returns, temporary conversations are not
 * read, and what the person validated is not overruled: a question waits for them instead. Each line is
 * marked as noticed and, until it is seen, not used for advice. A model that is out for good is stood in
 * for by the rules; one that is out for now fails the night, so that it is tried again.
 */
export async function consolidateMemory(
  services: Services,
  job: PersonJob,
  options: ConsolidateOptions = {},
): Promise<Consolidated> {
  const caller = { userId: job.userId, actor: "job" } as const;
  const opened = await inSession(services, caller, (ctx) => open(ctx, job, options));
  if (opened === null) return { ...NOTHING, read: false };
  if (opened.night.messages.length === 0) return NOTHING;
  const reading = await read(opened, options);
  return inSession(services, caller, (ctx) => store(ctx, job, opened, reading));
}

async function open(
  ctx: Ctx,
  { day }: PersonJob,
  { extract, dailyCostLimit = Infinity }: ConsolidateOptions,
): Promise<Opened | null> {
  const cursor = await newestRead(ctx);
  const messages = await unread(ctx);
  // After the messages: a night that ends in between has read them, and is then found.
  if (
    day !== undefined &&
    (await ctx.tx.memoryNight.count({ where: { userId: ctx.userId, day: dayToDate(day) } })) > 0
  )
    return null;
  if (messages.length === 0)
    return {
      night: { today: ctx.today, messages, known: [], profile: await profileOf(ctx) },
      cursor,
      cloud: false,
      lastTry: false,
    };
  const known = await ctx.tx.knowledgeItem.findMany({
    where: { userId: ctx.userId, validTo: null },
    select: { id: true, content: true },
    orderBy: { recordedAt: "desc" },
    take: MOST_KNOWN,
  });
  const agreed = extract !== undefined && ctx.preferences.model.cloud === "agreed";
  const cloud = agreed && (await spentToday(ctx)) < dailyCostLimit;
  const run = await ctx.tx.jobRun.findFirst({
    where: { userId: ctx.userId, name: "memory.consolidate", key: day ?? "" },
    select: { attempts: true },
  });
  const night = { today: ctx.today, messages, known, profile: await profileOf(ctx) };
  return { night, cursor, cloud, lastTry: (run?.attempts ?? 1) >= TRIES };
}

/** Where the newest night stopped reading. */
async function newestRead(ctx: Ctx): Promise<string | null> {
  const row = await ctx.tx.memoryNight.findFirst({
    where: { userId: ctx.userId },
    orderBy: [{ readUpTo: "desc" }, { readUpToId: "desc" }],
    select: { readUpToId: true },
  });
  return row?.readUpToId ?? null;
}

/** What the person said since then, oldest first. */
async function unread(ctx: Ctx): Promise<Night["messages"]> {
  return ctx.tx.$queryRaw<{ id: string; text: string }[]>`
    with last as (
      select read_up_to, read_up_to_id from memory_nights where user_id = ${ctx.userId}::uuid
       order by read_up_to desc, read_up_to_id desc limit 1
    )
    select m.id, m.text from messages m
      join conversations c on c.user_id = m.user_id and c.id = m.conversation_id and not c.temporary and c.deleted_at is null
     where m.user_id = ${ctx.userId}::uuid and m.role = 'user'
       and not exists (select 1 from last where (m.created_at, m.id) <= (read_up_to, read_up_to_id))
     order by m.created_at, m.id limit ${MOST_MESSAGES}`;
}

async function read(
  { night, cloud, lastTry }: Opened,
  options: ConsolidateOptions,
): Promise<Reading> {
  const local = (failure: string | null): Reading => ({
    extraction: extractByRule(night),
    provider: "local",
    failure,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
  });
  if (!cloud || options.extract === undefined) return local(null);
  const limit = AbortSignal.timeout(NIGHT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    const { extraction, usage } = await options.extract(night, signal);
    return { extraction, provider: "google", failure: null, ...usage };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isDomainError(error)) throw error;
    if (lastTry || outForGood(error.reason)) return local(error.reason);
    throw error;
  }
}

/** A dead key, a spent quota or a refusal does not pass within the night. */
export function outForGood(reason: string): boolean {
  return ["key", "quota", "blocked", "refused", "tooLong"].some(
    (kind) => reason === `model.${kind}`,
  );
}

async function store(
  ctx: Ctx,
  { day }: PersonJob,
  { night, cursor }: Opened,
  { extraction, ...reading }: Reading,
): Promise<Consolidated> {
  // Two workers with one night: the second finds that the first has read on.
  await ctx.tx
    .$executeRaw`select pg_advisory_xact_lock(hashtextextended('memory.consolidate' || ${ctx.userId}, 0))`;
  const last = night.messages.at(-1);
  if (last === undefined || (await newestRead(ctx)) !== cursor) return { ...NOTHING, read: false };
  const items = await storeItems(ctx, night.messages, extraction.items);
  const lines = await storeLines(ctx, night.messages, extraction.lines);
  const outcome = { messages: night.messages.length, ...items, lines, ...reading };
  const [at] = await ctx.tx.$queryRaw<{ createdAt: Date }[]>`
    select created_at as "createdAt" from messages where user_id = ${ctx.userId}::uuid and id = ${last.id}::uuid`;
  await ctx.tx.memoryNight.create({
    data: {
      ...outcome,
      userId: ctx.userId,
      id: ctx.id(),
      day: day === undefined ? null : dayToDate(day),
      readUpTo: at?.createdAt ?? ctx.nowDate,
      readUpToId: last.id,
      createdAt: ctx.nowDate,
    },
  });
  ctx.touch("memory");
  return { read: true, ...outcome };
}

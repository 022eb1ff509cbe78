import { Prisma } from "@vida/db/db";

import { decodeCursor, encodeCursor } from "../cursor.ts";
import { quickRead } from "../operation.ts";
import { wordsOf } from "../ptbr/normalize.ts";
import { toItemView } from "./rows.ts";
import type { ItemRow } from "./rows.ts";
import { ItemPage, SearchInput } from "./schemas.ts";

/** Words that say nothing about what is looked for. */
const EMPTY = new Set(
  "a o as os de da do das dos em no na que e um uma para com por meu minha meus minhas eu voce sobre qual quais quando onde como quem foi eh sao tem".split(
    " ",
  ),
);

/**
 * What is known, best match first; without words, the newest first.
 *
 * Portuguese full text without accents, any of the words, ranked with how many fit, confidence and recency;
 * where no word fits, trigrams find what was misspelt. `asOf` answers what held on a day, superseded items
 * included. Superseded items are left out otherwise, unless asked for.
 */
export const searchItems = quickRead({
  name: "memory.search",
  input: SearchInput,
  output: ItemPage,
  async run(db, input, userId) {
    const offset =
      input.cursor === undefined ? 0 : Number(decodeCursor(input.cursor, ["count"])[0]);
    const said = wordsOf(input.query ?? "").filter((word) => /[\p{L}\p{N}]/u.test(word));
    const carried = said.filter((word) => !EMPTY.has(word));
    const words = carried.length > 0 ? carried : said;
    const terms = words
      .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ""))
      .filter((word) => word !== "");
    const rows =
      terms.length === 0
        ? await db.$queryRaw<ItemRow[]>(newest(userId, input, offset))
        : await db.$queryRaw<ItemRow[]>(ranked(userId, input, terms, offset));
    const items = rows.slice(0, input.limit).map(toItemView);
    return {
      items,
      nextCursor: rows.length > input.limit ? encodeCursor([String(offset + input.limit)]) : null,
    };
  },
});

/** Sorts behind every word that goes on after a stem. */
const LAST = "\u{10FFFF}";

const COLUMNS = Prisma.sql`id, type, area, sub_area as "subArea", title, content, tags, source, message_id as "messageId", evidence,
  confidence::float8 as confidence, validated, valid_from as "validFrom", valid_to as "validTo",
  superseded_by_id as "supersededById", seen_at as "seenAt", recorded_at as "recordedAt"`;

function scope(userId: string, { type, area, includeSuperseded, asOf }: SearchInput): Prisma.Sql {
  const held =
    asOf === undefined
      ? Prisma.sql`(valid_to is null or ${includeSuperseded ?? false})`
      : Prisma.sql`valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)`;
  return Prisma.sql`user_id = ${userId}::uuid and ${held}
    and (${type ?? null}::text is null or type = ${type ?? null}) and (${area ?? null}::text is null or area = ${area ?? null})`;
}

function newest(userId: string, input: SearchInput, offset: number): Prisma.Sql {
  return Prisma.sql`select ${COLUMNS} from knowledge_items where ${scope(userId, input)}
    order by recorded_at desc, id desc limit ${input.limit + 1} offset ${offset}`;
}

function ranked(
  userId: string,
  input: SearchInput,
  terms: readonly string[],
  offset: number,
): Prisma.Sql {
  const query = terms.map((term) => `${term}:*`).join(" | ");
  const plain = terms.join(" ");
  return Prisma.sql`
    with asked as (select to_tsquery('portuguese', ${query}) as q),
    fitting as (
      select distinct w.item_id from unnest(tsvector_to_array(to_tsvector('portuguese', ${plain}))) as stem
        join knowledge_words w on w.user_id = ${userId}::uuid and w.word >= stem and w.word < stem || ${LAST}
    ), found as (
      select k.*, ts_rank(search, q, 1) * 4 as fit from fitting join (
        select * from knowledge_items where ${scope(userId, input)}
      ) k on k.id = fitting.item_id, asked
    ), spelt as (
      select k.*, word_similarity(${plain}, plain_text) as fit from knowledge_items k
       where not exists (select 1 from found) and word_similarity(${plain}, plain_text) > 0.4
         and ${scope(userId, input)}
    )
    select ${COLUMNS} from (select * from found union all select * from spelt) hits
     order by fit * (0.5 + confidence::float8 / 2) * (0.8 + 0.2 * exp(extract(epoch from recorded_at - now()) / 15552000)) desc,
              recorded_at desc, id desc
     limit ${input.limit + 1} offset ${offset}`;
}

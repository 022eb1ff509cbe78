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
 * Any of the words, without accents and in Portuguese stems, ranked as BM25 does, times confidence and recency.
 * A word that goes on after the stem, or differs in its last letter, counts less; one that stands nowhere is
 * looked for by its trigrams among the person's own words, so slips are found. `asOf` answers what held on a
 * day, superseded items included. Superseded items are left out otherwise, unless asked for.
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

/** First letters that sound like another one, and that one. */
const HEARD = "eioucsxgjzkqwy";
const WRITTEN = "ieuosccjgsccvi";

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

/** So many items of one word are looked at, the newest; what stands in more tells little. */
const PER_WORD = 2000;
/** So many items are weighed against their confidence and age, unless a filter is to leave few of them. */
const WEIGHED = 300;

function ranked(
  userId: string,
  input: SearchInput,
  terms: readonly string[],
  offset: number,
): Prisma.Sql {
  const { type, area, asOf, limit } = input;
  const filtered = type !== undefined || area !== undefined || asOf !== undefined;
  const words = Prisma.sql`knowledge_words where user_id = ${userId}::uuid`;
  // How much an item of a word counts: rarer words more. Ten thousand items are assumed; only the order counts.
  const rarity = Prisma.sql`ln(1 + 10000 / (count(*) over (partition by stem, fit) + 0.5))`;
  return Prisma.sql`
    with recursive asked as materialized (
      select stem, case when length(stem) > 4 then left(stem, -1) else stem end as root
        from unnest(tsvector_to_array(to_tsvector('portuguese', ${terms.join(" ")}))) stem
    ), fitting as materialized (
      select stem, w.* from asked, lateral (
        (select item_id, weight, 1 as fit from ${words} and word = stem order by item_id desc limit ${PER_WORD})
        union all
        (select item_id, weight, case when starts_with(word, stem) then 0.6 else 0.4 end from ${words}
            and word >= root and word < root || ${LAST} and word <> stem limit ${PER_WORD})
      ) w
    ), missed as materialized (
      select stem from asked where stem ~ '^[a-z]{3}' and stem not in (select stem from fitting)
    ), initials as (
      select distinct initial from missed, unnest(array[left(stem, 1), substr(stem, 2, 1),
        translate(left(stem, 1), ${HEARD}, ${WRITTEN}), case when stem ~ '^[aeiou]' then 'h' end]) initial where initial is not null
    ), vocabulary as (
      select initial, (select word from ${words} and word >= initial order by word limit 1) as word from initials
      union all
      select initial, (select word from ${words} and word > v.word order by word limit 1) from vocabulary v
       where v.word < initial || ${LAST} collate "C"
    ), near as materialized (
      select stem, v.word, v.fit from missed, lateral (
        select word, 0.8 / (1 + slips) as fit from vocabulary, lateral (
          select case when abs(length(word) - length(stem)) <= 2 then levenshtein_less_equal(word, stem, 2) end as slips offset 0
        ) l where slips <= case when length(stem) > 4 then 2 else 1 end order by slips, word limit 3
      ) v
    ), spelt as (
      select stem, w.item_id, w.weight, fit from near, lateral (
        select item_id, weight from ${words} and word = near.word order by item_id desc limit ${PER_WORD}
      ) w
    ), scored as (
      select item_id, stem, weight * fit * ${rarity} as score from (
        select stem, item_id, weight, fit from fitting union all select * from spelt
      ) every
    ), best as materialized (
      select item_id, sum(score) as score from (
        select item_id, max(score) as score from scored group by item_id, stem
      ) each group by item_id order by score desc, item_id desc limit ${filtered ? null : WEIGHED + offset + limit}
    )
    select ${COLUMNS} from best, lateral (
      select * from knowledge_items where ${scope(userId, input)} and id = item_id
    ) k
     order by score * (0.5 + confidence::float8 / 2) * (0.8 + 0.2 * exp(extract(epoch from recorded_at - now()) / 15552000)) desc,
              recorded_at desc, id desc
     limit ${limit + 1} offset ${offset}`;
}

import { Prisma } from "@vida/db/db";
import { z } from "zod";

import { AccountKind } from "./accounts/schemas.ts";
import type { Ctx } from "./context.ts";
import { addDays, addMonths, monthOf } from "./dates.ts";
import { MetricType } from "./tracking/schemas.ts";
import { TransactionKind } from "./transactions/schemas.ts";

/** How many of the newest entries and transactions a name like "o mercado de ontem" may mean. */
const RECENT = 60;
/** How many memories can be called by their words. */
const MEMORIES = 300;
/** How far back a description is remembered, and how many of them. */
const REMEMBERED_DAYS = 730;
const REMEMBERED = 300;

const Named = z.object({ id: z.string(), name: z.string() });

/** The person's names as the statement gives them, newest or nearest first as the parts say. */
export const LexiconRows = z.object({
  metrics: z.array(Named.extend({ unit: z.string() })),
  entries: z.array(
    z.object({
      id: z.string(),
      type: MetricType,
      value: z.number(),
      unit: z.string(),
      day: z.string(),
      metricId: z.string().nullable(),
    }),
  ),
  habits: z.array(
    Named.extend({
      target: z.object({ value: z.number(), unit: z.string() }).nullable(),
      done: z.boolean(),
    }),
  ),
  goals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      targetValue: z.number(),
      currentValue: z.number(),
    }),
  ),
  accounts: z.array(
    Named.extend({
      kind: AccountKind,
      currency: z.string(),
      closingDay: z.int().nullable(),
      dueDay: z.int().nullable(),
    }),
  ),
  categories: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      kind: z.enum(["expense", "income"]),
      parentKey: z.string().nullable(),
    }),
  ),
  transactions: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      amount: z.string(),
      day: z.string(),
      kind: TransactionKind,
      categoryKey: z.string().nullable(),
    }),
  ),
  learned: z.array(
    z.object({
      description: z.string(),
      categoryKey: z.string().nullable(),
      accountId: z.string(),
    }),
  ),
  bills: z.array(
    Named.extend({
      amount: z.string(),
      dueDay: z.int(),
      month: z.string(),
      paid: z.boolean(),
      categoryKey: z.string(),
    }),
  ),
  expenses: z.array(
    Named.extend({ planned: z.string(), month: z.string(), categoryKey: z.string() }),
  ),
  incomes: z.array(
    Named.extend({
      kind: z.string(),
      expected: z.string(),
      month: z.string(),
      received: z.boolean(),
    }),
  ),
  debts: z.array(
    Named.extend({
      creditor: z.string().nullable(),
      installments: z.int().nullable(),
      installmentAmount: z.string().nullable(),
      dueDay: z.int().nullable(),
      startMonth: z.string().nullable(),
      paid: z.int(),
      status: z.string(),
    }),
  ),
  investments: z.array(Named.extend({ type: z.string(), currentAmount: z.string() })),
  reminders: z.array(z.object({ id: z.string(), title: z.string(), remindAt: z.string() })),
  memories: z.array(
    z.object({ id: z.string(), content: z.string(), title: z.string().nullable() }),
  ),
});
export type LexiconRows = z.infer<typeof LexiconRows>;

/**
 * Everything that the words of a person may name, as one query of one value that `LexiconRows` takes.
 *
 * Each part is a list of its own table; every one is led by the person and bounded, so that the length of a
 * life does not show in the time it takes.
 */
export function lexiconQuery(ctx: Ctx): Prisma.Sql {
  const { userId, today } = ctx;
  const month = monthOf(today);
  const before = addMonths(month, -1);
  const since = addDays(today, -REMEMBERED_DAYS);
  return Prisma.sql`
    with p as (select ${userId}::uuid as id, ${today}::date as today)
    select jsonb_build_object(
      'metrics', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'unit', m.unit) order by m.name), '[]')
        from custom_metrics m, p where m.user_id = p.id and m.deleted_at is null),
      'entries', (select coalesce(jsonb_agg(to_jsonb(e)), '[]') from (
        select t.id, t.type, t.value::float8 as value, t.unit, t.day, t.metric_id as "metricId" from tracking_entries t, p
         where t.user_id = p.id order by t.day desc, t.created_at desc, t.id desc limit ${RECENT}) e),
      'habits', (select coalesce(jsonb_agg(to_jsonb(h)), '[]') from (
        select h.id, h.name,
               case when h.target_value is null then null
                    else jsonb_build_object('value', h.target_value::float8, 'unit', h.target_unit) end as target,
               exists (select 1 from habit_days d where d.user_id = p.id and d.habit_id = h.id and d.day = p.today and d.status = 'done') as done
          from habits h, p where h.user_id = p.id and h.deleted_at is null order by h.sort_order, h.created_at limit 100) h),
      'goals', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (
        select g.id, g.title, g.unit, g.target_value::float8 as "targetValue", g.current_value::float8 as "currentValue" from goals g, p
         where g.user_id = p.id and g.deleted_at is null order by g.end_date, g.created_at limit 200) g),
      'accounts', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from (
        select a.id, a.name, a.kind, a.currency, a.closing_day as "closingDay", a.due_day as "dueDay" from accounts a, p
         where a.user_id = p.id and a.archived_at is null order by a.created_at, a.id) a),
      'categories', (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from (
        select c.key, c.name, c.kind, parent.key as "parentKey" from p, categories c
          left join categories parent on parent.user_id = c.user_id and parent.id = c.parent_id
         where c.user_id = p.id order by c.kind, c.name) c),
      'transactions', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (
        select t.id, t.description, t.amount::text as amount, t.day, t.kind, c.key as "categoryKey" from p, transactions t
          left join categories c on c.user_id = t.user_id and c.id = t.category_id
         where t.user_id = p.id and t.day <= p.today order by t.day desc, t.created_at desc, t.id desc limit ${RECENT}) t),
      'learned', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from (
        select n.description, c.key as "categoryKey", n.account_id as "accountId" from p, (
          select distinct on (t.merchant) t.merchant, t.description, t.category_id, t.account_id, t.updated_at from transactions t
           where t.user_id = ${userId}::uuid and t.kind <> 'transfer' and t.updated_at >= ${since}::date
           order by t.merchant, t.updated_at desc, t.id desc) n
          left join categories c on c.user_id = ${userId}::uuid and c.id = n.category_id
         order by n.updated_at desc limit ${REMEMBERED}) l),
      'bills', (select coalesce(jsonb_agg(to_jsonb(b)), '[]') from (
        select b.id, b.name, b.amount::text as amount, b.due_day as "dueDay", b.month, c.key as "categoryKey",
               exists (select 1 from transactions t where t.user_id = p.id and t.bill_id = b.id) as paid
          from p, bills b join categories c on c.user_id = b.user_id and c.id = b.category_id
         where b.user_id = p.id and b.status = 'active' and b.month in (${before}, ${month}) order by b.month desc, b.due_day, b.name) b),
      'expenses', (select coalesce(jsonb_agg(to_jsonb(e)), '[]') from (
        select e.id, e.name, e.planned::text as planned, e.month, c.key as "categoryKey"
          from p, expenses e join categories c on c.user_id = e.user_id and c.id = e.category_id
         where e.user_id = p.id and e.status = 'active' and e.month = ${month} order by e.name) e),
      'incomes', (select coalesce(jsonb_agg(to_jsonb(i)), '[]') from (
        select i.id, i.name, i.kind, i.expected::text as expected, i.month,
               exists (select 1 from transactions t where t.user_id = p.id and t.income_id = i.id) as received
          from incomes i, p where i.user_id = p.id and i.status = 'active' and i.month in (${before}, ${month}) order by i.month desc, i.name) i),
      'debts', (select coalesce(jsonb_agg(to_jsonb(d)), '[]') from (
        select d.id, d.name, d.creditor, d.installments, d.installment_amount::text as "installmentAmount", d.due_day as "dueDay",
               d.start_month as "startMonth", d.paid_installments as paid, d.status
          from debts d, p where d.user_id = p.id order by d.created_at) d),
      'investments', (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from (
        select v.id, v.name, v.type, v.current_amount::text as "currentAmount" from investments v, p
         where v.user_id = p.id and v.deleted_at is null order by v.name) v),
      'reminders', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (
        select r.id, r.title, left(coalesce(r.next_at, r.remind_at), 16) as "remindAt" from reminders r, p
         where r.user_id = p.id and r.status = 'pending' order by r.next_at limit 100) r),
      'memories', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (
        select k.id, k.content, k.title from knowledge_items k, p
         where k.user_id = p.id and k.valid_to is null order by k.recorded_at desc limit ${MEMORIES}) k)
    )`;
}

-- Every look at a month asks which series somebody ended; the few rows that say so are found without the others.
CREATE INDEX bills_ended_idx ON bills (user_id, group_id) WHERE NOT recurring AND group_id IS NOT NULL;
CREATE INDEX expenses_ended_idx ON expenses (user_id, group_id) WHERE NOT recurring AND group_id IS NOT NULL;
CREATE INDEX incomes_ended_idx ON incomes (user_id, group_id) WHERE NOT recurring AND group_id IS NOT NULL;

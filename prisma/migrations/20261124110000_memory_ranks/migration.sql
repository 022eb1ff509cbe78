-- How much a word says about its item (BM25: often in a short text is much, once in a long one little), kept
-- with the word, so that a search ranks by these narrow rows and looks at few items. An item has eight words
-- as a rule, and k1 = 1.2, b = 0.75.

-- For words with slips.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

ALTER TABLE knowledge_words ADD COLUMN "weight" REAL NOT NULL DEFAULT 1;

CREATE FUNCTION knowledge_weights(search tsvector) RETURNS TABLE (word text, weight real)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lexeme, (cardinality(positions) * 2.2 / (cardinality(positions) + 1.2 * (0.25 + 0.75 * sum(cardinality(positions)) OVER () / 8)))::real
    FROM unnest(search)
$$;

CREATE OR REPLACE FUNCTION keep_knowledge_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM knowledge_words
   WHERE user_id = NEW.user_id AND item_id = NEW.id AND word <> ALL (tsvector_to_array(NEW.search));
  INSERT INTO knowledge_words (user_id, word, item_id, weight)
  SELECT NEW.user_id, w.word, NEW.id, w.weight FROM knowledge_weights(NEW.search) w
  ON CONFLICT (user_id, word, item_id) DO UPDATE SET weight = excluded.weight
   WHERE knowledge_words.weight <> excluded.weight;
  RETURN NULL;
END $$;

-- Rows that are there already. The owner is bound by the policies too, so they rest for this statement.
ALTER TABLE knowledge_items NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_words NO FORCE ROW LEVEL SECURITY;
UPDATE knowledge_words k SET weight = w.weight
  FROM knowledge_items i, knowledge_weights(i.search) w
 WHERE i.user_id = k.user_id AND i.id = k.item_id AND w.word = k.word;
ALTER TABLE knowledge_items FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_words FORCE ROW LEVEL SECURITY;

-- The weight beside the key, or each word found would be a second look into the table.
ALTER TABLE knowledge_words DROP CONSTRAINT knowledge_words_pkey;
CREATE UNIQUE INDEX knowledge_words_pkey ON knowledge_words (user_id, word, item_id) INCLUDE (weight);
ALTER TABLE knowledge_words ADD CONSTRAINT knowledge_words_pkey PRIMARY KEY USING INDEX knowledge_words_pkey;

-- The words of what is known, one row each, led by the person. A full-text match is not leakproof, so under
-- row-level security no index of it may be asked first and a search would read all that a person ever told;
-- comparisons of text are, so these rows are found by their index.

CREATE TABLE "knowledge_words" (
    "user_id" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "knowledge_words_pkey" PRIMARY KEY ("user_id","word","item_id")
);
CREATE INDEX "knowledge_words_user_id_item_id_idx" ON "knowledge_words"("user_id", "item_id");

ALTER TABLE knowledge_words
  ADD CONSTRAINT knowledge_words_user_id_item_id_fkey FOREIGN KEY (user_id, item_id)
    REFERENCES knowledge_items (user_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;

SELECT protect_table('knowledge_words', false);

CREATE FUNCTION keep_knowledge_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM knowledge_words
   WHERE user_id = NEW.user_id AND item_id = NEW.id AND word <> ALL (tsvector_to_array(NEW.search));
  INSERT INTO knowledge_words (user_id, word, item_id)
  SELECT NEW.user_id, unnest(tsvector_to_array(NEW.search)), NEW.id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER knowledge_words AFTER INSERT OR UPDATE OF title, content ON knowledge_items
  FOR EACH ROW EXECUTE FUNCTION keep_knowledge_words();

-- Rows that are there already. The owner is bound by the policies too, so they rest for this statement.
ALTER TABLE knowledge_items NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_words NO FORCE ROW LEVEL SECURITY;
INSERT INTO knowledge_words (user_id, word, item_id)
SELECT user_id, unnest(tsvector_to_array(search)), id FROM knowledge_items;
ALTER TABLE knowledge_items FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_words FORCE ROW LEVEL SECURITY;

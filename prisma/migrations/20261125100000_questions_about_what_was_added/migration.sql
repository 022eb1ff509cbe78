-- A question may come from what the person added, not only from what a night noticed: then that item is named,
-- so that an answer ends or keeps it instead of making a second one, and its undo takes the question along.
ALTER TABLE memory_questions ADD COLUMN claim_item_id uuid;
ALTER TABLE memory_questions
  ADD CONSTRAINT memory_questions_user_id_claim_item_id_fkey FOREIGN KEY (user_id, claim_item_id)
  REFERENCES knowledge_items (user_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
CREATE INDEX "memory_questions_user_id_claim_item_id_idx" ON "memory_questions"("user_id", "claim_item_id");

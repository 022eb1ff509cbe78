-- The trail keeps its images for 90 days; then what changed stays known, but not from what to what.

CREATE INDEX audit_log_images_idx ON audit_log (created_at) WHERE before IS NOT NULL OR after IS NOT NULL;

GRANT SELECT (user_id, id, created_at, before, after), UPDATE (before, after) ON audit_log TO vida_worker;
CREATE POLICY worker_blanks ON audit_log FOR UPDATE TO vida_worker
  USING (created_at < now() - interval '90 days') WITH CHECK (before IS NULL AND after IS NULL);
CREATE POLICY worker_finds_old ON audit_log FOR SELECT TO vida_worker
  USING (created_at < now() - interval '90 days');

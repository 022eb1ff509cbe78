-- Whoever is given a conversation's job takes its run; whether another worker lives is no longer asked.
REVOKE SELECT (worker_id, beat_at) ON worker_heartbeats FROM vida_app;

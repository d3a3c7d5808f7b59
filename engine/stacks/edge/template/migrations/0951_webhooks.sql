-- Addresses that are told about changes, and what is still to be told them.
CREATE TABLE IF NOT EXISTS "_webhooks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "secret" TEXT NOT NULL,
  "events" TEXT NOT NULL,
  "is_on" INTEGER NOT NULL DEFAULT 1
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "_webhook_deliveries" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "webhook_id" TEXT NOT NULL REFERENCES "_webhooks" ("id") ON DELETE CASCADE,
  "event" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'waiting',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_at" TEXT NOT NULL,
  "answer" INTEGER,
  "problem" TEXT
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "_webhook_deliveries_next_index" ON "_webhook_deliveries" ("status", "next_at");

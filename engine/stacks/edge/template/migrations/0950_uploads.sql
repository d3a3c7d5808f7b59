-- Uploaded files. Their bytes lie in a bucket where the host gives one, else in pieces in the second table.
CREATE TABLE IF NOT EXISTS "_uploads" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "place" TEXT NOT NULL,
  "is_used" INTEGER NOT NULL DEFAULT 0
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "_uploads_is_used_index" ON "_uploads" ("is_used", "created_at");
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "_upload_pieces" (
  "upload_id" TEXT NOT NULL REFERENCES "_uploads" ("id") ON DELETE CASCADE,
  "at" INTEGER NOT NULL,
  "bytes" BLOB NOT NULL,
  PRIMARY KEY ("upload_id", "at")
);

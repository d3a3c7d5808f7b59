ALTER TABLE `generations` ADD `cached_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `generations` ADD `lost_usd` real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ai_messages` ADD `cached_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ai_messages` ADD `prompt_hash` text;
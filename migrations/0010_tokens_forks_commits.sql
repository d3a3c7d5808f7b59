CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`last_characters` text NOT NULL,
	`scope` text NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`revoked_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `projects` ADD `forked_from_id` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `forked_from_number` integer;--> statement-breakpoint
ALTER TABLE `project_versions` ADD `source` text;--> statement-breakpoint
ALTER TABLE `project_versions` ADD `commit_sha` text;
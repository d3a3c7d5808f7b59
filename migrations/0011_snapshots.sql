CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`version_id` text NOT NULL,
	`revision` text NOT NULL,
	`variables_id` text,
	`key` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`password_hash` text,
	`expires_at` text,
	`revoked_at` text,
	`visits` integer DEFAULT 0 NOT NULL,
	`last_visited_at` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_key_unique` ON `snapshots` (`key`);--> statement-breakpoint
CREATE INDEX `snapshots_project` ON `snapshots` (`project_id`,`revoked_at`,`id`);
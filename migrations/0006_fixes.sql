CREATE TABLE `fix_uses` (
	`fix_id` text NOT NULL,
	`generation_id` text NOT NULL,
	`round` integer NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`fix_id`, `generation_id`, `round`),
	FOREIGN KEY (`fix_id`) REFERENCES `fixes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `fixes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`signature` text NOT NULL,
	`signature_text` text NOT NULL,
	`fingerprint` text NOT NULL,
	`summary` text NOT NULL,
	`message` text,
	`origin` text NOT NULL,
	`project_id` text,
	`shareable` integer NOT NULL,
	`borrowed` integer NOT NULL,
	`successes` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`failures_in_row` integer DEFAULT 0 NOT NULL,
	`success_weight` real DEFAULT 0 NOT NULL,
	`failure_weight` real DEFAULT 0 NOT NULL,
	`weighed_at` text NOT NULL,
	`last_used_at` text,
	`quarantined_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fixes_unique` ON `fixes` (`workspace_id`,`signature`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `fixes_signature` ON `fixes` (`signature`,`shareable`);--> statement-breakpoint
CREATE INDEX `fixes_workspace` ON `fixes` (`workspace_id`,`id`);
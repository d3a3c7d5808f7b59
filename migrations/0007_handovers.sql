CREATE TABLE `handovers` (
	`generation_id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`account` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`followed_by` text,
	`settled_by` text,
	`settled_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`generation_id`) REFERENCES `generations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `handovers_project` ON `handovers` (`project_id`,`status`,`generation_id`);
CREATE TABLE `version_checks` (
	`version_id` text NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`score` integer,
	`summary` text NOT NULL,
	`report_sha` text,
	`duration_ms` integer,
	`started_at` text,
	`ended_at` text,
	PRIMARY KEY(`version_id`, `kind`),
	FOREIGN KEY (`version_id`) REFERENCES `project_versions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `version_checks_project` ON `version_checks` (`project_id`);
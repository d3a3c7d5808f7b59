CREATE TABLE `deployment_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`deployment_id` text NOT NULL,
	`level` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deployment_lines_deployment` ON `deployment_lines` (`deployment_id`,`id`);--> statement-breakpoint
CREATE TABLE `custom_domains` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`environment` text NOT NULL,
	`host` text NOT NULL,
	`token` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`problem` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`checked_at` text,
	`verified_at` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_domains_project_host_unique` ON `custom_domains` (`project_id`,`host`);--> statement-breakpoint
CREATE UNIQUE INDEX `custom_domains_verified_host_unique` ON `custom_domains` (`host`) WHERE status = 'verified';--> statement-breakpoint
CREATE INDEX `custom_domains_host` ON `custom_domains` (`host`,`status`);--> statement-breakpoint
CREATE TABLE `project_environments` (
	`project_id` text NOT NULL,
	`environment` text NOT NULL,
	`provider` text NOT NULL,
	`place` text DEFAULT '{}' NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`project_id`, `environment`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `variable_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`environment` text NOT NULL,
	`number` integer NOT NULL,
	`names` text NOT NULL,
	`sealed` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variable_sets_number_unique` ON `variable_sets` (`project_id`,`environment`,`number`);--> statement-breakpoint
CREATE TABLE `connections` (
	`workspace_id` text NOT NULL,
	`provider` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`last_signs` text,
	`account` text DEFAULT '{}' NOT NULL,
	`login` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`tested_at` text,
	PRIMARY KEY(`workspace_id`, `provider`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `repositories` (
	`project_id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `repository_pushes` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`version_id` text NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`branch` text NOT NULL,
	`visibility` text NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`step` text DEFAULT 'Waiting for its turn' NOT NULL,
	`files_done` integer DEFAULT 0 NOT NULL,
	`files_total` integer DEFAULT 0 NOT NULL,
	`commit_sha` text,
	`url` text,
	`error` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `repository_pushes_project` ON `repository_pushes` (`project_id`,`id`);--> statement-breakpoint
CREATE INDEX `repository_pushes_branch` ON `repository_pushes` (`project_id`,`branch`,`status`);--> statement-breakpoint
ALTER TABLE `deployments` ADD `trigger` text DEFAULT 'generation' NOT NULL;--> statement-breakpoint
ALTER TABLE `deployments` ADD `source_id` text;--> statement-breakpoint
ALTER TABLE `deployments` ADD `variables_id` text;--> statement-breakpoint
ALTER TABLE `deployments` ADD `external_id` text;--> statement-breakpoint
ALTER TABLE `deployments` ADD `healthy_at` text;
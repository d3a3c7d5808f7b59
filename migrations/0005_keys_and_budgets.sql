CREATE TABLE `provider_keys` (
	`workspace_id` text NOT NULL,
	`provider` text NOT NULL,
	`sealed_key` text,
	`last_signs` text,
	`base_url` text,
	`model` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`tested_at` text,
	`test_outcome` text,
	`test_message` text,
	PRIMARY KEY(`workspace_id`, `provider`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `model_usage` (
	`workspace_id` text NOT NULL,
	`project_id` text NOT NULL,
	`generation_id` text NOT NULL,
	`month` text NOT NULL,
	`key_source` text NOT NULL,
	`calls` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost_usd` real NOT NULL,
	`lost_usd` real NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`generation_id`, `month`, `key_source`)
);
--> statement-breakpoint
CREATE INDEX `model_usage_workspace_month` ON `model_usage` (`workspace_id`,`month`);--> statement-breakpoint
CREATE TABLE `spend_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`usd` real NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spend_holds_workspace` ON `spend_holds` (`workspace_id`);--> statement-breakpoint
ALTER TABLE `workspaces` ADD `monthly_budget_usd` real;--> statement-breakpoint
ALTER TABLE `generations` ADD `not_counted` text;--> statement-breakpoint
ALTER TABLE `ai_conversations` ADD `key_source` text;--> statement-breakpoint
ALTER TABLE `ai_conversations` ADD `task` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `ai_conversations` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `ai_conversations` ADD `cached_tokens` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `ai_conversations` ADD `duration_ms` integer DEFAULT 0 NOT NULL;
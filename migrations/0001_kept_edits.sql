ALTER TABLE `project_versions` ADD `kept_places` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `version_manifests` ADD `generated` text;--> statement-breakpoint
ALTER TABLE `version_manifests` ADD `kept` text;
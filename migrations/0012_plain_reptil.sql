-- Two that were asked for at the same moment before: the newer one stays.
UPDATE `deployments` SET `status` = 'failed', `error` = 'Another deployment was asked for at the same moment.'
WHERE "status" IN ('pending', 'building', 'deploying') AND "generation_id" IS NULL AND EXISTS (
  SELECT 1 FROM `deployments` AS "newer"
  WHERE "newer"."project_id" = "deployments"."project_id" AND "newer"."environment" = "deployments"."environment"
    AND "newer"."status" IN ('pending', 'building', 'deploying') AND "newer"."generation_id" IS NULL
    AND "newer"."id" > "deployments"."id"
);--> statement-breakpoint
ALTER TABLE `deployments` ADD `report` text;--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_one_open` ON `deployments` (`project_id`,`environment`) WHERE status IN ('pending', 'building', 'deploying') AND generation_id IS NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `test_problem` text;--> statement-breakpoint
ALTER TABLE `connections` ADD `used_at` text;
// Why a generation does not count against a plan's quota: its user got nothing for it, or not what a model could have given,
// and not for a reason of theirs.
export const notCountedReasons = ["provider-errors", "repair-failed", "platform-error"] as const;
export type NotCountedReason = (typeof notCountedReasons)[number];

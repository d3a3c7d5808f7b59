import { badgesOf } from "../../shared/badges.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { Badge } from "./ui/badge.tsx";

export function RecordBadges({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  const badges = badgesOf(model, record);
  if (badges.length === 0) return null;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {badges.map((badge) => (
        <Badge key={badge.slug} tone={badge.tone}>
          {badge.label}
        </Badge>
      ))}
    </span>
  );
}

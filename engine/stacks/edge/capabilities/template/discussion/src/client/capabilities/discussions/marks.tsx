import { discussionSettings } from "../../../shared/discussions/settings.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { words } from "./words.ts";

const { pinned, closed } = discussionSettings.threads;

export const isPinned = (record: ApiRecord): boolean => pinned !== undefined && record[pinned] === true;
export const isClosed = (record: ApiRecord): boolean => closed !== undefined && record[closed] === true;

/** What moderators said about a discussion. */
export function Marks({ record }: { record: ApiRecord }) {
  return (
    <>
      {isPinned(record) && <Badge tone="info">{words.pinned}</Badge>}
      {isClosed(record) && <Badge tone="warning">{words.closed}</Badge>}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { livePreviewQuery, newestVersionQuery } from "../../lib/project-queries.ts";

/** The app's dev server with the newest version. `starts` rises when another one took its place: pages must load again. */
export function useLive(projectId: string, newest: string | null, wanted: boolean) {
  const version = useQuery({ ...newestVersionQuery(projectId, newest), enabled: wanted });
  const access = useQuery({
    ...livePreviewQuery(projectId, version.data?.id ?? ""),
    enabled: wanted && version.data !== undefined,
  });
  const [starts, setStarts] = useState(0);
  const seen = useRef(access.data);
  useEffect(() => {
    if (seen.current !== undefined && access.data?.warm === false && access.data !== seen.current)
      setStarts((count) => count + 1);
    seen.current = access.data;
  }, [access.data]);
  return { access, starts, number: version.data?.number ?? null };
}

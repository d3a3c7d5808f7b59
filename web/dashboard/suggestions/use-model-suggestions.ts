import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { promptSuggestionsQuery } from "../../lib/dashboard-queries.ts";
import { workspacesQuery } from "../../lib/workspace-queries.ts";
import type { Suggestion } from "./suggest.ts";
import { isWorthAsking } from "./worth-asking.ts";

/** Without a key pressed. */
const pauseMs = 1_500;

export interface ModelSuggestions {
  items: Suggestion[];
  isThinking: boolean;
}

/** What a model of the workspace misses in the prompt; nothing where there is none. */
export function useModelSuggestions(prompt: string): ModelSuggestions {
  const workspace = useQuery(workspacesQuery).data?.find(({ role }) => role !== "viewer");
  const [asked, setAsked] = useState<string | null>(null);
  const { data, isFetching } = useQuery({
    ...promptSuggestionsQuery(workspace?.id ?? "", asked ?? ""),
    enabled: workspace !== undefined && asked !== null,
    placeholderData: keepPreviousData,
  });
  // The first answer says whether there is a model at all.
  const hasNone = data?.hasModel === false;
  useEffect(() => {
    if (hasNone || !isWorthAsking(prompt, asked)) return;
    const timer = setTimeout(() => setAsked(prompt), pauseMs);
    return () => clearTimeout(timer);
  }, [prompt, asked, hasNone]);
  // What was taken stands in the prompt, changed or not: its beginning tells.
  const isTaken = (insert: string): boolean => prompt.includes(insert.trim().split("«")[0] || insert);
  const items = prompt.trim() === "" ? [] : (data?.items ?? []).filter(({ insert }) => !isTaken(insert));
  return {
    items: items.map((item) => ({ ...item, id: `model ${item.label}` as const })),
    isThinking: isFetching && data?.hasModel === true,
  };
}

// What the console shows stands in the address, so that a filter, a search and one line of a log are links.
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { LogSource } from "#protocol/project-events.ts";
import { type ConsoleFilter, levels } from "./console-filter.ts";

export interface ConsoleAddress {
  filter: ConsoleFilter;
  /** Key of the line that is pointed at. */
  at: string | null;
}

export type ChangeAddress = (change: Partial<ConsoleFilter> & { at?: string | null }) => void;

export function useConsoleAddress(): [ConsoleAddress, ChangeAddress] {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const address = useMemo(() => readAddress(new URLSearchParams(text)), [text]);
  const change = useCallback<ChangeAddress>(
    (change) => setSearch((current) => writeAddress(current, change), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  return [address, change];
}

export function readAddress(search: URLSearchParams): ConsoleAddress {
  return {
    filter: {
      level: levels.find((level) => level === search.get("level")) ?? "info",
      source: (search.get("source") as LogSource | null) ?? "all",
      find: search.get("find") ?? "",
      only: search.has("only"),
    },
    at: search.get("at"),
  };
}

export function writeAddress(current: URLSearchParams, change: Parameters<ChangeAddress>[0]): URLSearchParams {
  const before = readAddress(current);
  const { at, ...filter } = { ...before.filter, at: before.at, ...change };
  const next = new URLSearchParams(current);
  const put = (name: string, value: string | null): void =>
    value === null || value === "" ? next.delete(name) : next.set(name, value);
  put("level", filter.level === "info" ? null : filter.level);
  put("source", filter.source === "all" ? null : filter.source);
  put("find", filter.find);
  put("only", filter.only ? "1" : null);
  put("at", at);
  return next;
}

import { useQuery } from "@tanstack/react-query";
import CaseSensitive from "lucide-react/icons/case-sensitive";
import Regex from "lucide-react/icons/regex";
import WholeWord from "lucide-react/icons/whole-word";
import { type ReactNode, useDeferredValue } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { errorLine } from "../../lib/api-error.ts";
import { formatCount } from "../../lib/format.ts";
import { versionTreeQuery } from "../../lib/project-queries.ts";
import type { Drafts } from "./draft.ts";
import { runSearch } from "./run-search.ts";
import type { Match, SearchOptions } from "./search-text.ts";

interface SearchSideProps {
  projectId: string;
  versionId: string;
  drafts: Drafts;
}

/** What is searched for, and how, stands in the address: a link shows the same results. */
export function SearchSide({ projectId, versionId, drafts }: SearchSideProps) {
  const [search, setSearch] = useSearchParams();
  const how = search.get("how") ?? "";
  const options: SearchOptions = {
    query: search.get("q") ?? "",
    matchCase: how.includes("c"),
    wholeWord: how.includes("w"),
    regex: how.includes("r"),
  };
  const set = (name: string, value: string): void =>
    setSearch(
      (current) => {
        if (value === "") current.delete(name);
        else current.set(name, value);
        return current;
      },
      { replace: true, preventScrollReset: true },
    );
  const flip = (letter: string): void => set("how", how.includes(letter) ? how.replace(letter, "") : how + letter);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div role="search" aria-label="In all files" className="flex flex-col gap-2 border-b border-line p-2">
        <Input
          type="search"
          aria-label="Search in all files"
          placeholder="Search in all files"
          value={options.query}
          onChange={(event) => set("q", event.target.value)}
          spellCheck={false}
          className="h-8 text-sm"
        />
        <div role="group" aria-label="How to search" className="flex gap-1">
          <Toggle label="Match case" on={options.matchCase} onFlip={() => flip("c")}>
            <CaseSensitive />
          </Toggle>
          <Toggle label="Whole words" on={options.wholeWord} onFlip={() => flip("w")}>
            <WholeWord />
          </Toggle>
          <Toggle label="Regular expression" on={options.regex} onFlip={() => flip("r")}>
            <Regex />
          </Toggle>
        </div>
      </div>
      <Results projectId={projectId} versionId={versionId} drafts={drafts} options={options} />
    </div>
  );
}

function Toggle(props: { label: string; on: boolean; onFlip: () => void; children: ReactNode }) {
  return (
    <Button
      size="icon"
      look={props.on ? "soft" : "quiet"}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.on}
      onClick={props.onFlip}
      className={props.on ? "text-accent-ink" : undefined}
    >
      {props.children}
    </Button>
  );
}

function Results({ projectId, versionId, drafts, options }: SearchSideProps & { options: SearchOptions }) {
  const tree = useQuery(versionTreeQuery(projectId, versionId));
  const wanted = useDeferredValue(options);
  const found = useQuery({
    queryKey: ["search", projectId, versionId, wanted, drafts],
    queryFn: ({ signal }) => runSearch(withDrafts(tree.data?.files ?? [], drafts), wanted, signal),
    enabled: tree.data !== undefined && wanted.query !== "",
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 0,
  });
  if (options.query === "")
    return <p className="p-3 text-sm text-muted">Finds text in every file of this version, unsaved edits included.</p>;
  const error = tree.error ?? found.error;
  if (error !== null)
    return (
      <p role="alert" className="p-3 text-sm text-danger-ink">
        {errorLine(error)}
      </p>
    );
  if (found.data === undefined)
    return (
      <div role="status" aria-label="Searching" className="flex flex-col gap-3 p-3">
        {[60, 80, 50].map((width) => (
          <Skeleton key={width} className="h-3.5" style={{ width: `${width}%` }} />
        ))}
      </div>
    );
  const { files, matches, cut } = found.data;
  return (
    <div className="min-h-0 flex-1 overflow-auto pb-3">
      <p role="status" className="px-3 py-2 text-xs text-muted">
        {matches === 0
          ? "Nothing found."
          : `${cut ? "The first " : ""}${formatCount(matches, "line")} in ${formatCount(files.length, "file")}`}
      </p>
      {files.map((file) => (
        <section key={file.path} aria-label={file.path} className="mb-2">
          <h3 className="truncate px-3 py-1 font-mono text-xs font-[560]" title={file.path}>
            {file.path}
          </h3>
          <ul>
            {file.matches.map((match) => (
              <li key={match.line}>
                <MatchLink path={file.path} match={match} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function MatchLink({ path, match }: { path: string; match: Match }) {
  const [search] = useSearchParams();
  const to = new URLSearchParams(search);
  to.set("file", path);
  to.set("line", String(match.line));
  return (
    <Link
      to={{ search: `?${to}` }}
      replace
      preventScrollReset
      className="flex gap-2 px-3 py-1 font-mono text-xs max-md:py-3 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="w-8 shrink-0 text-right text-muted">{match.line}</span>
      <span className="min-w-0 truncate">
        {match.text.slice(0, match.from)}
        <mark className="rounded-sm bg-waiting-soft text-waiting-ink">{match.text.slice(match.from, match.to)}</mark>
        {match.text.slice(match.to)}
      </span>
    </Link>
  );
}

function withDrafts(files: readonly { path: string; text: string | null }[], drafts: Drafts) {
  const changed = Object.entries(drafts).map(([path, { content, encoding }]) => ({
    path,
    text: encoding === undefined ? content : null,
  }));
  return [...files.filter(({ path }) => drafts[path] === undefined), ...changed].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

import { useEffect, useRef, useState } from "react";
import type { PackageTypes } from "../../lib/api-types.ts";
import { versionTreeQuery } from "../../lib/project-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import { api } from "../../session/session.ts";
import { readDrafts } from "./draft-store.ts";
import type { LanguageHelp } from "./language/language-help.ts";

export type HelpState =
  | { kind: "off" }
  | { kind: "loading" }
  /** `packages`: whether the types of the version's packages are known too. */
  | { kind: "ready"; help: LanguageHelp; packages: "loading" | "known" | "missing" }
  | { kind: "failed" };
const off: HelpState = { kind: "off" };

/** Starts with the first TypeScript file that is shown for editing, and follows the newest version from then on. */
export function useLanguageHelp(projectId: string, versionId: string, wanted: boolean): HelpState {
  const [state, setState] = useState<HelpState>(off);
  const started = useRef<string | null>(null);
  const begun = state.kind !== "off";
  const start = wanted && !begun;
  useEffect(() => {
    if (start) setState({ kind: "loading" });
  }, [start]);

  useEffect(() => {
    if (!begun) return;
    let ended = false;
    let help: LanguageHelp | null = null;
    load(projectId, versionId).then(
      (loaded) => {
        help = loaded;
        if (ended) loaded.stop();
        else setState({ kind: "ready", help: loaded, packages: "loading" });
        started.current = versionId;
        if (!ended) void addPackages(loaded);
      },
      () => ended || setState({ kind: "failed" }),
    );
    const addPackages = async (loaded: LanguageHelp): Promise<void> => {
      const more = await loadPackages(projectId, versionId)
        .then((gzipped) => loaded.withPackages(gzipped))
        .catch(() => null);
      if (ended) return;
      setState({ kind: "ready", help: more ?? loaded, packages: more === null ? "missing" : "known" });
    };
    return () => {
      ended = true;
      help?.stop();
      started.current = null;
      setState(off);
    };
    // The worker outlives versions: the effect below tells it what changed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [begun, projectId]);

  const help = state.kind === "ready" ? state.help : null;
  useEffect(() => {
    const before = started.current;
    if (help === null || before === null || before === versionId) return;
    started.current = versionId;
    void follow(help, projectId, before, versionId);
  }, [help, projectId, versionId]);
  return state;
}

async function load(projectId: string, versionId: string): Promise<LanguageHelp> {
  const [{ files }, { startLanguageHelp }] = await Promise.all([
    queryClient.fetchQuery(versionTreeQuery(projectId, versionId)),
    import("./language/language-help.ts"),
  ]);
  const drafts = readDrafts(projectId);
  const changed = Object.entries(drafts).map(([path, { content }]) => ({ path, text: content }));
  const kept = files.filter(({ path }) => drafts[path] === undefined);
  return startLanguageHelp({ files: [...kept, ...changed] });
}

async function loadPackages(projectId: string, versionId: string): Promise<ArrayBuffer> {
  const base = `/api/v1/projects/${projectId}`;
  const { key } = await api.send<PackageTypes>("POST", `${base}/versions/${versionId}/types`);
  return (await api.blob(`${base}/types/${key}`)).arrayBuffer();
}

async function follow(help: LanguageHelp, projectId: string, before: string, versionId: string): Promise<void> {
  const [old, next] = await Promise.all([
    queryClient.fetchQuery(versionTreeQuery(projectId, before)),
    queryClient.fetchQuery(versionTreeQuery(projectId, versionId)),
  ]);
  const known = new Map(old.files.map(({ path, text }) => [path, text]));
  const present = new Set(next.files.map(({ path }) => path));
  const drafts = readDrafts(projectId);
  const changed = next.files.filter(({ path, text }) => known.get(path) !== text);
  const gone = old.files.flatMap(({ path }) => (present.has(path) ? [] : [{ path, text: null }]));
  help.update([...changed, ...gone].filter(({ path }) => drafts[path] === undefined));
}

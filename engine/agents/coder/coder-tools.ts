// What a coder can do to its workspace.
import { z } from "zod";
import { answer, type AgentTool, defineTool, refuse, type ToolOutcome } from "../tool.ts";
import { type AllowedPackage, allowedPackages, findAllowed, refusePackage } from "./allowed-packages.ts";
import { type Workspace, WorkspaceError } from "./workspace.ts";

export interface CheckResult {
  readonly ok: boolean;
  /** What failed, as the compiler, the linter and the tests printed it. */
  readonly output: string;
}

/** `code`: types and lint. `tests`: these files of tests, or all of them when none is named. */
export type CheckScope =
  | { readonly kind: "code" }
  | { readonly kind: "tests"; readonly files: readonly string[] }
  | { readonly kind: "all" };

export interface CoderHost {
  readonly workspace: Workspace;
  /** Of the workspace as it is now. */
  check(scope: CheckScope, signal: AbortSignal): Promise<CheckResult>;
  /** What the last failed build printed; null when none failed. */
  readonly buildLog: string | null;
  /** What the documentation of the app and its packages says to a question; empty when nothing. */
  searchDocs(question: string): Promise<string>;
  /** Adds a package of the allow-list to package.json and lockfile; what came of it, in words for the model. */
  addDependency(found: AllowedPackage): Promise<ToolOutcome>;
  /** Called after each change, with the path. */
  changed(path: string): void;
}

const path = z.string().describe("Path from the project's root, such as src/client/pages/about.tsx");
const mostHits = 80;
const mostListed = 400;

export function coderTools(host: CoderHost): AgentTool[] {
  const { workspace } = host;
  const change = (paths: string[], act: () => string): ToolOutcome =>
    guarded(() => {
      const text = act();
      for (const changed of paths) host.changed(changed);
      return answer(text);
    });
  return [
    defineTool({
      name: "list_files",
      description: "Lists the paths of the project, or of one folder.",
      input: z.object({ folder: z.string().optional().describe("Such as src/client; everything without it") }),
      run: ({ folder = "" }) => {
        const paths = [...workspace.tree.keys()].filter((name) => name.startsWith(folder));
        if (paths.length === 0) return refuse(`No file stands under "${folder}".`);
        const more = paths.length > mostListed ? `\n… ${paths.length - mostListed} more` : "";
        return answer(paths.slice(0, mostListed).join("\n") + more);
      },
    }),
    defineTool({
      name: "read_file",
      description: "Reads a file, with line numbers. Give a range for a part of a long file.",
      input: z.object({
        path,
        from: z.number().int().min(1).optional().describe("First line, from 1"),
        to: z.number().int().min(1).optional().describe("Last line"),
      }),
      run: ({ path: name, from = 1, to }) =>
        guarded(() => {
          const lines = workspace.read(name).split("\n");
          const end = Math.min(to ?? from + 599, lines.length);
          const shown = lines.slice(from - 1, end).map((line, index) => `${from + index}\t${line}`);
          const rest = end < lines.length ? `\n… ${lines.length - end} more lines` : "";
          return answer(shown.join("\n") + rest);
        }),
    }),
    defineTool({
      name: "search",
      description: "Finds lines in all files: a text as it is, or a regular expression.",
      input: z.object({
        pattern: z.string().min(1).max(200),
        regex: z.boolean().optional().describe("Whether pattern is a JavaScript regular expression"),
        folder: z.string().optional(),
      }),
      run: ({ pattern, regex = false, folder = "" }) => {
        let expression: RegExp;
        try {
          expression = new RegExp(regex ? pattern : pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
        } catch (error) {
          return refuse(error instanceof Error ? error.message : "This is not a regular expression.");
        }
        const hits = workspace.search(expression, folder, mostHits);
        if (hits.length === 0) return answer("Nothing found.");
        const more = hits.length === mostHits ? `\n… more than ${mostHits} lines match` : "";
        return answer(hits.map((hit) => `${hit.path}:${hit.line}: ${hit.text}`).join("\n") + more);
      },
    }),
    defineTool({
      name: "search_docs",
      description:
        "Finds documentation of this app (how to add a page, a route, a rule, a test) and of its packages at the installed versions, with where it stands. Ask before using an API that you have not seen in this app.",
      input: z.object({ question: z.string().min(3).max(400).describe("What you want to do, in words, or a name") }),
      run: async ({ question }) => {
        const found = await host.searchDocs(question);
        return answer(found === "" ? "The documentation says nothing about this." : found);
      },
    }),
    defineTool({
      name: "write_file",
      description: "Writes a whole file: a new one, or one that changes nearly everywhere. Prefer edit_file otherwise.",
      input: z.object({ path, content: z.string() }),
      run: ({ path: name, content }) =>
        change([name], () => {
          workspace.write(name, content);
          return `Wrote ${name} (${content.split("\n").length} lines).`;
        }),
    }),
    defineTool({
      name: "edit_file",
      description:
        "Replaces one place of a file. `old` must be copied exactly, without line numbers, and stand there once: take a few lines around the change.",
      input: z.object({ path, old: z.string(), new: z.string() }),
      run: ({ path: name, old, new: replacement }) =>
        change([name], () => {
          workspace.edit(name, old, replacement);
          return `Changed ${name}.`;
        }),
    }),
    defineTool({
      name: "delete_file",
      description: "Deletes a file. Remove what imports it as well.",
      input: z.object({ path }),
      run: ({ path: name }) =>
        change([name], () => {
          workspace.delete(name);
          return `Deleted ${name}.`;
        }),
    }),
    defineTool({
      name: "rename_file",
      description: "Moves a file. Imports are not changed.",
      input: z.object({ from: path, to: path }),
      run: ({ from, to }) =>
        change([from, to], () => {
          workspace.rename(from, to);
          return `Moved ${from} to ${to}.`;
        }),
    }),
    defineTool({
      name: "run_check",
      description: "Runs the compiler and the linter over the whole project; takes some seconds.",
      input: z.object({}),
      run: async (_input, signal) => {
        const { ok, output } = await host.check({ kind: "code" }, signal);
        return ok ? answer("Types and lint are clean.") : refuse(output);
      },
    }),
    defineTool({
      name: "run_tests",
      description: "Runs the app's tests: all of them, or the files you name. Takes some seconds; shows what fails.",
      input: z.object({
        files: z.array(z.string().min(1).max(200)).max(20).optional().describe("Such as tests/rules.test.ts"),
      }),
      run: async ({ files = [] }, signal) => {
        const missing = files.filter((file) => !workspace.has(file));
        if (missing.length > 0) return refuse(`There is no file ${missing.join(", ")}.`);
        const { ok, output } = await host.check({ kind: "tests", files }, signal);
        return ok ? answer("The tests pass.") : refuse(output);
      },
    }),
    defineTool({
      name: "add_dependency",
      description: `Adds a package to the app, for what neither the app nor the platform has. Only these: ${allowedPackages.map(({ name, why }) => `${name} (${why})`).join(", ")}.`,
      input: z.object({ name: z.string().min(1).max(100).describe("Without a version") }),
      run: async ({ name }) => {
        const found = findAllowed(name);
        return found ? host.addDependency(found) : refuse(refusePackage(name));
      },
    }),
    ...(host.buildLog === null
      ? []
      : [
          defineTool({
            name: "read_build_log",
            description: "What the last failed build printed.",
            input: z.object({}),
            run: () => answer(host.buildLog ?? ""),
          }),
        ]),
  ];
}

function guarded(act: () => ToolOutcome): ToolOutcome {
  try {
    return act();
  } catch (error) {
    if (error instanceof WorkspaceError) return refuse(error.message);
    throw error;
  }
}

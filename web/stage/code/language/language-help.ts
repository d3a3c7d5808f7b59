// TypeScript in a worker: completion, types on hover, errors. One worker for each project page, loaded with the first
// TypeScript file that is opened for editing.
import { autocompletion } from "@codemirror/autocomplete";
import { Prec, type Extension } from "@codemirror/state";
import {
  tsAutocompleteWorker,
  tsFacetWorker,
  tsHoverWorker,
  tsLinterWorker,
  tsSyncWorker,
} from "@valtown/codemirror-ts";
import type { WorkerShape } from "@valtown/codemirror-ts/worker";
import * as Comlink from "comlink";

export interface LanguageHelp {
  /** Nothing for files that are not TypeScript. */
  extensions(path: string, readOnly: boolean): Extension;
  /** Files as the drafts have them; undefined text takes a file away. */
  update(files: readonly { path: string; text: string | null }[]): void;
  /** The same help, which now knows the packages as well; gzipped JSON as the API gives it. */
  withPackages(gzipped: ArrayBuffer): Promise<LanguageHelp>;
  stop(): void;
}

export interface LanguageSources {
  files: readonly { path: string; text: string | null }[];
}

/** What the worker answers beside what `@valtown/codemirror-ts` asks of it. */
export type LanguageWorker = WorkerShape & {
  open(sources: LanguageSources): Promise<void>;
  addPackages(gzipped: ArrayBuffer): Promise<void>;
};

/**
 * What only the packages themselves could settle, where their types are not at hand: a module or a namespace that is not
 * found, an element or a parameter whose type comes from one.
 */
const aboutPackages = [2307, 2503, 2686, 2688, 2875, 7006, 7016, 7026, 7031, 7053];

export async function startLanguageHelp(sources: LanguageSources): Promise<LanguageHelp> {
  const process = new Worker(new URL("./language.worker.ts", import.meta.url), { type: "module" });
  const worker = Comlink.wrap(process) as unknown as LanguageWorker;
  await worker.open(sources);
  await worker.initialize();
  return helpOf(process, worker, aboutPackages);
}

function helpOf(process: Worker, worker: LanguageWorker, ignored: readonly number[]): LanguageHelp {
  return {
    extensions: (path, readOnly) =>
      isTypeScript(path)
        ? [
            tsFacetWorker.of({ path: `/${path}`, worker }),
            tsHoverWorker(),
            tsLinterWorker({ diagnosticCodesToIgnore: [...ignored] }),
            readOnly ? [] : [tsSyncWorker(), Prec.high(autocompletion({ override: [tsAutocompleteWorker()] }))],
          ]
        : [],
    update: (files) => {
      for (const { path, text } of files)
        if (isTypeScript(path)) void worker.updateFile({ path: `/${path}`, code: text ?? "" });
    },
    async withPackages(gzipped) {
      await worker.addPackages(Comlink.transfer(gzipped, [gzipped]));
      return helpOf(process, worker, []);
    },
    stop: () => process.terminate(),
  };
}

export const isTypeScript = (path: string): boolean => /\.(ts|tsx|mts)$/.test(path);

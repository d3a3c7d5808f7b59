// A stack turns a PRD into a complete source tree. Pure and deterministic to the byte: same PRD, same tree.
import type { Prd } from "#engine/prd/schema.ts";
import type { BuildStep, StepName } from "#builder/protocol.ts";

export const stackIds = ["edge", "next"] as const;
export type StackId = (typeof stackIds)[number];

/** POSIX relative path → UTF-8 text, in ascending path order. */
export type FileTree = ReadonlyMap<string, string>;

/** Where a green build leaves what the preview runs. Paths are relative to the project's root. */
export interface ArtefactLayout {
  /** Bundled ES module whose default export is `{ fetch(request, env, ctx) }`; `env.DB` is D1-shaped. */
  readonly serverEntry: string;
  /** Folder of the modules that the entry imports, when there are several. */
  readonly serverDir?: string;
  /** Static files, served before the server module; `index.html` answers unknown non-API paths. */
  readonly assetsDir: string;
  /** `NNNN_name.sql`, applied in name order, once each. */
  readonly migrationsDir: string;
  /** SQL with example rows, applied once to an empty preview database; absent when there is none. */
  readonly seedFile: string;
}

/** The version that the new one follows. */
export interface PreviousVersion {
  readonly prd: Prd;
  /** Its `NNNN_name.sql` files by path, without the seed; they are kept byte for byte. */
  readonly migrations: FileTree;
  /** Some of them were written or changed by people: tables may hold what the plan does not know. */
  readonly hasOwnMigrations?: boolean;
}

export interface BrowserChecks {
  /** argv that serves the built app with example rows on PORT and HOST, in Node alone. */
  readonly serve: readonly string[];
  /** Whether that needs node_modules. */
  readonly needsDependencies: boolean;
  /** Where the walk begins; it follows every link. */
  readonly pages: readonly string[];
}

export interface Stack {
  readonly id: StackId;
  readonly label: string;
  /** After a previous version, a migration is added that turns its schema into the new one and keeps the rows. */
  generate(prd: Prd, previous?: PreviousVersion): FileTree;
  /** What the builder runs for `building` and for `testing`; each starts from a clean tree and installs by itself. */
  readonly buildSteps: readonly BuildStep[];
  readonly testSteps: readonly BuildStep[];
  /** Further arguments of steps whose tools are to do less: nothing minified, one worker. Checks stay what they are. */
  readonly simplified: Partial<Record<StepName, readonly string[]>>;
  /** What a release has to pass as well, from a clean tree; too slow for every generation: the framework's own build. */
  readonly releaseSteps?: readonly BuildStep[];
  readonly artefact: ArtefactLayout;
  /** How the fast lane for edits builds it. */
  readonly preview: {
    /** Vite environments that can be built apart from each other, so that an edit builds only what it touches. */
    readonly independent: readonly string[];
    /** Files and folders that make the artefact. */
    readonly artefact: readonly string[];
  };
  /** How its dev server runs in the builder, for the live preview. */
  readonly live: {
    /** argv; `{port}` in it becomes the port on loopback that it listens on. */
    readonly command: readonly string[];
    /** Beginnings of paths: files that it reads when it starts alone, so that a change of them starts it anew. */
    readonly anew: readonly string[];
  };
  /** How the browser checks run a green build. */
  readonly checks: BrowserChecks;
  /** What a project needs besides its own files to be one of Vercel's. */
  readonly vercel: FileTree;
  /** package.json and lockfile, for warming the builder's dependency store before the first build. */
  readonly manifest: { readonly packageJson: string; readonly lockfile: string };
}

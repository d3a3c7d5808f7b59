// The packages that an app's pages are built on, bundled once for all edits to come: an edit links the app's own modules
// and names the finished files of its packages, instead of reading their hundreds of modules again. Half of an edit's time.
// Only between edits: what a gated build makes knows nothing of it.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type PackageImports, readImports } from "./read-imports.ts";

/** As much of Vite as is used here; the version is the app's. */
export interface Bundler {
  build(config: object): Promise<object>;
  parseAst(code: string): unknown;
}
interface Output {
  fileName: string;
  code?: string;
}

/** The environment whose packages are prepared; servers are one file, and small. */
const environment = "client";
const virtual = "\0prepared:";

interface Prepared {
  readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
  /** Package → its file's name. */
  readonly entries: ReadonlyMap<string, string>;
  /** Names → code, with the parts that packages share. */
  readonly files: ReadonlyMap<string, string>;
}

export class PreparedPackages {
  readonly #folder: string;
  readonly #source: string;
  readonly #bundler: Bundler;
  /** Modules of the app → their code, and what it imports where that was asked. */
  readonly #seen = new Map<string, { code: string; imports?: PackageImports }>();
  #ready: Prepared | null = null;
  /** What the build that is running uses: packages that become ready meanwhile are for the next one. */
  #used: Prepared | null = null;
  /** What stands in the output folder. */
  #written: Prepared | null = null;
  #fits = true;
  #isAtRoot = true;
  /** Changes whenever what was prepared, or is being prepared, is of no use any more. */
  #epoch = 0;

  constructor(folder: string, bundler: Bundler) {
    this.#folder = folder;
    this.#source = `${resolve(folder, "src")}/`;
    this.#bundler = bundler;
  }

  /** False where the last build asked for more than what is prepared: it is to be made again, without that. */
  get fits(): boolean {
    return this.#fits;
  }

  forget(): void {
    this.#epoch += 1;
    this.#ready = null;
    this.#seen.clear();
  }

  /** From what the modules of the last builds import. Leaves things as they are where a package cannot be prepared. */
  async prepare(): Promise<void> {
    if (this.#ready !== null || !this.#isAtRoot) return;
    const epoch = this.#epoch;
    const imports = new Map<string, ReadonlySet<string>>();
    for (const id of this.#seen.keys()) {
      for (const [name, used] of this.#importsOf(id)) {
        if (used === null) return;
        imports.set(name, new Set([...(imports.get(name) ?? []), ...used]));
      }
    }
    if (imports.size === 0) return;
    const output = await this.#bundle([...imports].map(([name, used]) => reexport(name, used)));
    const entries = new Map([...imports.keys()].map((name, at) => [name, entryFile(at)]));
    const files = new Map(output.flatMap(({ fileName, code }) => (code === undefined ? [] : [[fileName, code]])));
    const isWhole = [...entries.values()].every((name) => files.has(name));
    if (isWhole && epoch === this.#epoch) this.#ready = { imports, entries, files };
  }

  plugin(): object {
    return {
      name: "resident-packages",
      applyToEnvironment: ({ name }: { name: string }) => name === environment,
      configResolved: ({ base }: { base: string }) => {
        this.#isAtRoot = base === "/";
      },
      buildStart: () => {
        this.#used = this.#ready;
        this.#fits = true;
      },
      // After the app's own plugins: what they put into a module is imported like the rest.
      transform: { order: "post", handler: (code: string, id: string) => this.#see(id, code) },
      resolveId: {
        order: "pre",
        handler: (id: string, importer: string | undefined) => {
          const file = importer?.startsWith(this.#source) ? this.#used?.entries.get(id) : undefined;
          return file === undefined ? null : { id: `/${file}`, external: "absolute" };
        },
      },
      writeBundle: ({ dir }: { dir?: string }) => (dir === undefined ? undefined : this.#write(dir)),
    };
  }

  #see(id: string, code: string): void {
    if (!id.startsWith(this.#source) || !/\.[jt]sx?$/.test(id)) return;
    if (this.#seen.get(id)?.code !== code) this.#seen.set(id, { code });
    const prepared = this.#used?.imports;
    if (prepared === undefined) return;
    for (const [name, used] of this.#importsOf(id)) {
      const present = prepared.get(name);
      if (used === null || [...used].some((each) => present?.has(each) !== true)) this.#fits = false;
    }
  }

  #importsOf(id: string): PackageImports {
    const module = this.#seen.get(id);
    if (module === undefined) return new Map();
    module.imports ??= readImports(this.#bundler.parseAst(module.code));
    return module.imports;
  }

  async #write(folder: string): Promise<void> {
    const [wanted, present] = [this.#used, this.#written];
    if (wanted === present) return;
    this.#written = wanted;
    const gone = [...(present?.files.keys() ?? [])].filter((name) => wanted?.files.has(name) !== true);
    await Promise.all(gone.map((name) => rm(join(folder, name), { force: true })));
    for (const [name, code] of wanted?.files ?? []) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), code);
    }
  }

  /** By the app's own configuration, in memory. */
  async #bundle(modules: readonly string[]): Promise<readonly Output[]> {
    const build = {
      write: false,
      minify: false,
      modulePreload: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(modules.map((_, at) => [`package-${at}`, `${virtual}${at}`])),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "assets/[name].js", chunkFileNames: "assets/package-[name].js", comments: false },
      },
    };
    const built = await this.#bundler.build({
      root: this.#folder,
      logLevel: "silent",
      environments: { [environment]: { build } },
      plugins: [
        {
          name: "resident-prepare",
          enforce: "pre",
          resolveId: (id: string) => (id.startsWith(virtual) ? id : null),
          load: (id: string) => (id.startsWith(virtual) ? modules[Number(id.slice(virtual.length))] : null),
        },
      ],
    });
    return [built].flat().flatMap((each) => ("output" in each ? (each.output as Output[]) : []));
  }
}

const entryFile = (at: number): string => `assets/package-${at}.js`;

const reexport = (name: string, used: ReadonlySet<string>): string =>
  `export { ${[...used].join(", ")} } from ${JSON.stringify(name)};`;

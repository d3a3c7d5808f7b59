// The app's own Vite, kept alive between builds: its configuration, plugins and caches are loaded once, and an edit builds
// only the halves that contain what changed.
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { markSource } from "./mark-source.ts";
import { type Bundler, PreparedPackages } from "./prepared-packages.ts";

/** As much of Vite as is used; the version is the app's. */
interface Vite extends Bundler {
  createBuilder(config: object): Promise<ViteBuilder>;
}
interface ViteBuilder {
  environments: Record<string, ViteEnvironment>;
  buildApp(): Promise<void>;
  build(environment: ViteEnvironment): Promise<unknown>;
}
interface ViteEnvironment {
  name: string;
}
interface BundleContext {
  environment: ViteEnvironment;
  getModuleIds(): Iterable<string>;
}
interface TransformContext {
  parse(code: string, options: { lang: "tsx" }): unknown;
}

/** What makes files smaller or their first load faster costs a sixth of an edit's time and is for the gated build. */
const quickBuild = {
  minify: false,
  modulePreload: false,
  reportCompressedSize: false,
  rolldownOptions: {
    experimental: { lazyBarrel: true },
    optimization: { inlineConst: false },
    // `build.minify` alone leaves the removal of dead code on.
    output: { minify: false, comments: false },
  },
};

/** A change of these may change what every half is made of. */
const foundations =
  /^(package(-lock)?\.json|index\.html|tsconfig[^/]*\.json|\.env[^/]*|[^/]*\.config\.[cm]?[jt]s|public\/.*)$/;

export class ResidentVite {
  readonly #folder: string;
  readonly #independent: readonly string[];
  readonly #mark: boolean;
  /** Absolute paths of the modules of each half, as of its last build. */
  readonly #modules = new Map<string, ReadonlySet<string>>();
  /** Files that each half has made, by its last build. */
  readonly #made = new Map<string, ReadonlySet<string>>();
  #packages: PreparedPackages | null = null;
  #builder: ViteBuilder | null = null;
  #hasBuilt = false;

  constructor(folder: string, independent: readonly string[], mark = false) {
    this.#folder = folder;
    this.#mark = mark;
    this.#independent = independent;
  }

  /** Builds what the changed files belong to and names it. `moved`: files came or went. Throws what Vite throws. */
  async build(changed: readonly string[], moved: boolean): Promise<string[]> {
    if (changed.some((path) => foundations.test(path))) this.#builder = null;
    const wasReady = this.#builder !== null && this.#hasBuilt;
    this.#builder ??= await this.#createBuilder();
    const builder = this.#builder;
    if (!wasReady || moved || this.#independent.length < 2) {
      this.#hasBuilt = false;
      this.#packages?.forget();
      await builder.buildApp();
      this.#hasBuilt = true;
      return Object.keys(builder.environments);
    }
    const files = changed.map((path) => resolve(this.#folder, path));
    const affected = this.#independent.filter((name) => files.some((file) => this.#modules.get(name)?.has(file)));
    const build = (): Promise<unknown> =>
      Promise.all(
        affected.map(async (name) => {
          const environment = builder.environments[name];
          if (environment) await builder.build(environment);
        }),
      );
    await build().catch((error: unknown) => {
      if (this.#packages?.fits !== false) throw error;
    });
    if (this.#packages?.fits === false) {
      this.#packages.forget();
      await build();
    }
    return affected;
  }

  /** Makes the edits to come cheaper, after a build that could be shown. A failure costs nothing but that. */
  async prepare(): Promise<void> {
    if (this.#hasBuilt) await this.#packages?.prepare().catch(() => {});
  }

  #marking(): object {
    const source = `${resolve(this.#folder, "src")}/`;
    return {
      name: "resident-mark",
      enforce: "pre",
      transform(this: TransformContext, code: string, id: string) {
        if (!id.startsWith(source) || !/\.[jt]sx$/.test(id)) return null;
        const path = `src/${id.slice(source.length)}`;
        return { code: markSource(code, path, this.parse(code, { lang: "tsx" })), map: null };
      },
    };
  }

  async #createBuilder(): Promise<ViteBuilder> {
    const entry = createRequire(join(this.#folder, "package.json")).resolve("vite");
    const vite = (await import(pathToFileURL(entry).href)) as Vite;
    const isApart = this.#independent.length > 1;
    this.#packages = isApart ? new PreparedPackages(this.#folder, vite) : null;
    const modules = this.#modules;
    const made = this.#made;
    const track = {
      name: "resident-track",
      buildEnd(this: BundleContext) {
        const ids = [...this.getModuleIds()].map((id) => id.split("?")[0] ?? id);
        modules.set(this.environment.name, new Set(ids));
      },
      // Vite empties the folder for a builder's first build alone.
      async writeBundle(this: BundleContext, { dir }: { dir?: string }, bundle: object) {
        const { name } = this.environment;
        const files = new Set(Object.keys(bundle));
        const gone = dir === undefined ? [] : [...(made.get(name) ?? [])].filter((file) => !files.has(file));
        made.set(name, files);
        await Promise.all(gone.map((file) => rm(join(dir ?? "", file), { force: true })));
      },
    };
    return vite.createBuilder({
      root: this.#folder,
      logLevel: "error",
      build: quickBuild,
      plugins: [track, this.#packages?.plugin(), this.#mark && this.#marking()],
    });
  }
}

// A Worker that loads what a build made into an isolate of its own, as the platform's preview host does, and asks it.
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const host = `
export default {
  async fetch(request, env) {
    const { id, main, modules } = await request.json();
    const worker = env.LOADER.get(id, async () => ({
      compatibilityDate: "2026-10-19",
      compatibilityFlags: ["nodejs_compat"],
      mainModule: main,
      modules,
      env: {},
      globalOutbound: null,
    }));
    return worker.getEntrypoint().fetch("http://app/api/nothing");
  },
};`;

export class AppIsolate {
  readonly #miniflare: Miniflare;
  #count = 0;

  private constructor(miniflare: Miniflare) {
    this.#miniflare = miniflare;
  }

  static async start(): Promise<AppIsolate> {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script: host,
        compatibilityDate: "2026-10-19",
        workerLoaders: { LOADER: {} },
      }),
    );
    await miniflare.ready;
    return new AppIsolate(miniflare);
  }

  /** Resolves when the app's server has answered for the first time; it has no database, so "not found" is the answer. */
  async answer(made: ReadonlyMap<string, Uint8Array>, serverEntry: string): Promise<void> {
    this.#count += 1;
    const folder = serverEntry.slice(0, serverEntry.lastIndexOf("/") + 1);
    const modules: Record<string, string> = {};
    for (const [path, bytes] of made) {
      if (path.startsWith(folder) && /\.m?js$/.test(path))
        modules[path.slice(folder.length)] = Buffer.from(bytes).toString("utf8");
    }
    const body = JSON.stringify({ id: `app-${this.#count}`, main: serverEntry.slice(folder.length), modules });
    const response = await this.#miniflare.dispatchFetch("http://host/", { method: "POST", body });
    const text = await response.text();
    if (response.status !== 404) throw new Error(`The app answered ${response.status}: ${text.slice(0, 1_000)}`);
  }

  stop(): Promise<void> {
    return this.#miniflare.dispose();
  }
}

// Requests a second and latency of the API at 50 connections, beside a bare Hono route and a bare Hono + D1 route in
// the same run. Rounds are interleaved, so that the machine's noise meets both. Options: --seconds N (a round; 3),
// --rounds N (3).
import { Client } from "../tests/platform/client.ts";
import { startPlatform } from "../tests/platform/start-platform.ts";
import { startBare } from "./bare/start-bare.ts";
import { load, type Load } from "./load.ts";
import type { Benchmark } from "./run.ts";
import { median, round } from "./statistics.ts";

const connections = 50;

export const benchmark: Benchmark = {
  async run(options) {
    const option = (name: string, fallback: number) =>
      options.includes(name) ? Number(options[options.indexOf(name) + 1]) : fallback;
    const seconds = option("--seconds", 3);
    const rounds = option("--rounds", 3);
    const platform = await startPlatform();
    const bare = await startBare();
    try {
      const client = await Client.register(platform.url);
      const projects = [];
      for (let index = 0; index < 20; index += 1) projects.push(await client.createProject(`Project ${index}`));
      await fetch(`${bare.url}/d1`, { method: "POST" });
      const signedIn = { authorization: `Bearer ${client.token}` };
      const routes: { name: string; url: string; headers: Record<string, string>; floor?: string }[] = [
        { name: "bare hono", url: `${bare.url}/plain`, headers: {} },
        { name: "bare hono + d1 by key", url: `${bare.url}/d1/item-3`, headers: {} },
        { name: "bare hono + d1 list", url: `${bare.url}/d1`, headers: {} },
        { name: "health", url: `${platform.url}/api/health`, headers: {}, floor: "bare hono + d1 by key" },
        {
          name: "projects list",
          url: `${platform.url}/api/v1/projects`,
          headers: signedIn,
          floor: "bare hono + d1 list",
        },
        {
          name: "project get",
          url: `${platform.url}/api/v1/projects/${projects[3]?.id}`,
          headers: signedIn,
          floor: "bare hono + d1 by key",
        },
      ];
      const measured = new Map<string, Load[]>();
      for (const route of routes) await load(route.url, route.headers, connections, 1);
      for (let turn = 0; turn < rounds; turn += 1) {
        for (const route of routes) {
          const figures = await load(route.url, route.headers, connections, seconds);
          measured.set(route.name, [...(measured.get(route.name) ?? []), figures]);
          console.error(`${route.name}: ${figures.requestsPerSecond}/s, p95 ${figures.p95} ms`);
        }
      }
      const summary = Object.fromEntries(
        routes.map(({ name, floor }) => {
          const loads = measured.get(name) ?? [];
          const rate = (of: Load[]) => median(of.map((figures) => figures.requestsPerSecond));
          return [
            name,
            {
              requestsPerSecond: rate(loads),
              spread: [
                Math.min(...loads.map((l) => l.requestsPerSecond)),
                Math.max(...loads.map((l) => l.requestsPerSecond)),
              ],
              p50: median(loads.map((figures) => figures.p50)),
              p95: median(loads.map((figures) => figures.p95)),
              p99: median(loads.map((figures) => figures.p99)),
              failures: loads.reduce((sum, figures) => sum + figures.failures, 0),
              ...(floor ? { floor, ratio: round(rate(loads) / rate(measured.get(floor) ?? [])) } : {}),
            },
          ];
        }),
      );
      return { connections, seconds, rounds, routes: summary };
    } finally {
      await bare.stop();
      await platform.stop();
    }
  },
};

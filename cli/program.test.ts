import { expect, test, vi } from "vitest";
import { Failure } from "./failure.ts";
import { runProgram, type Commands } from "./program.ts";

async function run(line: string[], environment: NodeJS.ProcessEnv = {}, outcome: () => Promise<0 | 1> = async () => 0) {
  const calls: [string, Record<string, unknown>][] = [];
  const command =
    (name: string) =>
    async (options: object): Promise<0 | 1> => {
      calls.push([name, { ...options }]);
      return await outcome();
    };
  const names = ["generate", "listProjects", "createProject", "deleteProject", "logs", "exportProject"] as const;
  const commands = Object.fromEntries(names.map((name) => [name, command(name)])) as unknown as Commands;
  let out = "";
  let error = "";
  const exitCode = await runProgram(line, commands, environment, {
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { exitCode, calls, out, error };
}

test("generate takes its prompt and leaves everything else to the platform", async () => {
  const { calls, exitCode } = await run(["generate", "a todo app"], { NEXUSGEN_TOKEN: "t" });
  expect(exitCode).toBe(0);
  expect(calls).toEqual([
    [
      "generate",
      {
        credentials: { url: "http://localhost:8787", token: "t", email: undefined, password: undefined },
        json: false,
        prompt: "a todo app",
        out: undefined,
        force: false,
        stack: undefined,
        mode: undefined,
        project: undefined,
        name: undefined,
        provider: undefined,
        budgetUsd: undefined,
        attach: [],
      },
    ],
  ]);
});

test("options of generate reach it", async () => {
  const line = [
    "generate",
    "x",
    "--out",
    "app",
    "--stack",
    "next",
    "--mode",
    "supervised",
    "--json",
    "--budget",
    "0.5",
  ];
  const { calls } = await run([
    ...line,
    "--project",
    "prj_1",
    "--force",
    "--provider",
    "builtin",
    "--name",
    "Shop",
    "--attach",
    "a.csv",
    "--attach",
    "b.png",
  ]);
  expect(calls[0]?.[1]).toMatchObject({
    out: "app",
    stack: "next",
    mode: "supervised",
    json: true,
    budgetUsd: 0.5,
    project: "prj_1",
    force: true,
    provider: "builtin",
    name: "Shop",
    attach: ["a.csv", "b.png"],
  });
});

test.each([
  ["the address of NEXUSGEN_URL", [], { NEXUSGEN_URL: "http://env.test" }, { url: "http://env.test" }],
  [
    "--url before NEXUSGEN_URL",
    ["--url", "http://a.test"],
    { NEXUSGEN_URL: "http://b.test" },
    { url: "http://a.test" },
  ],
  [
    "a name on the command line before a token",
    ["--email", "a@b.c", "--password", "p"],
    { NEXUSGEN_TOKEN: "t" },
    { token: undefined, email: "a@b.c", password: "p" },
  ],
  [
    "name and password of the environment",
    [],
    { NEXUSGEN_EMAIL: "a@b.c", NEXUSGEN_PASSWORD: "p" },
    { email: "a@b.c", password: "p" },
  ],
  ["no token where it is empty", [], { NEXUSGEN_TOKEN: "" }, { token: undefined }],
] as const)("takes %s", async (_what, options, environment, credentials) => {
  const { calls } = await run(["projects", "list", ...options], environment);
  expect(calls[0]?.[1]["credentials"]).toMatchObject(credentials);
});

test("export and logs take their own options, also one called --version", async () => {
  const exported = await run(["export", "prj_1", "--zip", "a.zip", "--version", "3", "--format", "static"]);
  expect(exported.calls[0]).toMatchObject([
    "exportProject",
    { project: "prj_1", zip: "a.zip", version: "3", format: "static" },
  ]);
  const logged = await run(["logs", "-f", "prj_1", "--since", "7"]);
  expect(logged.calls[0]).toMatchObject(["logs", { project: "prj_1", follow: true, since: 7 }]);
});

test.each([
  ["no command", []],
  ["an unknown command", ["conjure"]],
  ["an unknown option", ["generate", "x", "--colour"]],
  ["generate without a prompt", ["generate"]],
  ["a prompt in several words without quotes", ["generate", "a", "todo", "app"]],
  ["an empty prompt", ["generate", "  "]],
  ["an unknown stack", ["generate", "x", "--stack", "rails"]],
  ["an unknown mode", ["generate", "x", "--mode", "yolo"]],
  ["a budget that is no number", ["generate", "x", "--budget", "much"]],
  ["a budget below zero", ["generate", "x", "--budget=-1"]],
  ["logs since a word", ["logs", "p", "--since", "yesterday"]],
  ["export without a target", ["export", "p"]],
  ["export with two targets", ["export", "p", "--out", "a", "--zip", "b"]],
  ["static files as a folder", ["export", "p", "--out", "a", "--format", "static"]],
  ["projects without saying what", ["projects"]],
])("%s is a usage error that says what is wrong", async (_what, line) => {
  const { exitCode, calls, error } = await run(line);
  expect(exitCode).toBe(2);
  expect(calls).toEqual([]);
  expect(error).not.toBe("");
});

test.each([
  ["--help", /generate/],
  ["--version", /^\d+\.\d+\.\d+\n$/],
])("%s is not an error", async (option, text) => {
  const { exitCode, out, error } = await run([option]);
  expect([exitCode, error]).toEqual([0, ""]);
  expect(out).toMatch(text);
});

test("a command's own outcome is the exit status", async () => {
  expect((await run(["generate", "x"], {}, async () => 1)).exitCode).toBe(1);
});

test("a reason to stop is printed without a stack, and anything unexpected is not swallowed", async () => {
  const refused = await run(["generate", "x"], {}, () => Promise.reject(new Failure("The project is gone.")));
  expect(refused).toMatchObject({ exitCode: 1, error: "The project is gone.\n" });
  const bug = vi.fn().mockRejectedValue(new TypeError("bug"));
  await expect(run(["generate", "x"], {}, bug)).rejects.toThrow("bug");
});

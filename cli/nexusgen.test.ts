// The bin as a shell starts it.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const bin = fileURLToPath(new URL("nexusgen.mjs", import.meta.url));

function start(node: string, args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env["PATH"] };
  return new Promise((resolve) => {
    execFile(node, [bin, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

// "node" is the machine's own, which may be too old for TypeScript; the launcher then takes the packaged one.
test.each([
  ["the project's Node", process.execPath],
  ["the machine's Node", "node"],
])("it starts under %s and passes the exit status on", async (_what, node) => {
  const help = await start(node, ["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("generate");
  expect(await start(node, ["conjure"])).toMatchObject({ code: 2 });
  const refused = await start(node, ["projects", "list"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("NEXUSGEN_TOKEN");
});

test("a platform that is not there is said in a sentence", async () => {
  const line = ["projects", "list", "--url", "http://127.0.0.1:1", "--email", "a@b.c", "--password", "secret-password"];
  const { code, stderr } = await start(process.execPath, line);
  expect(code).toBe(1);
  expect(stderr).toBe(
    "http://127.0.0.1:1 does not answer. Start the platform with `npm start`, or set NEXUSGEN_URL.\n",
  );
});

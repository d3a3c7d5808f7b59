// Code that several hands write: edited in a real browser, cloned and pushed with the real git, compared, rolled back,
// forked. The browser and git meet on the same line, and a person decides.
import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, launchChromium } from "../platform/browser.ts";
import { Client } from "../platform/client.ts";

const run = promisify(execFile);
const platform = inject("sharedPlatform");

describe.skipIf(chromiumPath === null)("code and versions", () => {
  let browser: Browser;
  let page: Page;
  let client: Client;
  let folder: string;
  let repository: string;
  let projectId: string;

  const git = async (...args: string[]): Promise<string> => {
    const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main"];
    const environment = { ...process.env, HOME: folder, GIT_CONFIG_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0" };
    const { stdout } = await run("git", [...identity, ...args], { env: environment });
    return stdout.trim();
  };
  const inClone = (...args: string[]) => git("-C", join(folder, "clone"), ...args);
  const firstLine = async () => (await readFile(join(folder, "clone/README.md"), "utf8")).split("\n")[0];
  const writeFirstLine = async (line: string) => {
    const path = join(folder, "clone/README.md");
    const [, ...rest] = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, [line, ...rest].join("\n"));
  };
  const typeFirstLine = async (line: string) => {
    await page.locator(".cm-content").first().click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type(line);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nexusgen-git-"));
    client = await Client.register(platform.url);
    const project = await client.createProject("Shared code");
    projectId = project.id;
    const { id } = await client.generate(projectId, "A list of boats with a name and a length");
    expect((await client.waitFor(id, ["complete"])).status).toBe("complete");
    const { body: workspaces } = await client.call<{ items: { slug: string }[] }>("GET", "/api/v1/workspaces");
    const { body: made } = await client.call<{ token: string }>("POST", "/api/v1/users/me/tokens", {
      name: "test",
      scope: "write",
    });
    const { host } = new URL(platform.url);
    repository = `http://git:${made.token}@${host}/git/${workspaces.items[0]?.slug}/${project.slug}.git`;
    browser = await launchChromium();
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(`${platform.url}/login`);
    await page.getByLabel("Email").fill(client.email);
    await page.getByLabel("Password", { exact: true }).fill(client.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/projects");
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are edited by hand: a draft survives a reload, and is saved as a version", async () => {
    await page.goto(`${platform.url}/projects/${projectId}?tab=code&file=README.md`);
    await typeFirstLine("# By hand");
    await page.getByText("1 unsaved file").waitFor();
    page.once("dialog", (dialog) => void dialog.accept());
    // The draft is written a moment after the last key.
    await page.waitForFunction((key) => localStorage.getItem(key)?.includes("By hand"), `nexusgen.drafts.${projectId}`);
    await page.reload();
    await page.locator(".cm-content", { hasText: "# By hand" }).waitFor();
    await page.locator(".cm-content").click();
    await page.keyboard.press("ControlOrMeta+s");
    await page.getByText("Saved 1 file as version 2").waitFor();
    await page.getByText("Version 2 is saved, not built").waitFor();
  });

  it("are cloned with git, whole and with their history", async () => {
    await git("clone", "--quiet", repository, join(folder, "clone"));
    expect((await inClone("log", "--format=%an: %s")).split("\n")).toEqual([
      "Ada: Edit README.md",
      "NexusGen: Generate Shared code",
    ]);
    expect(await firstLine()).toBe("# By hand");
    await inClone("fsck", "--full", "--strict");
    for (const version of ["0", "1", "2"]) {
      const head = await git("-c", `protocol.version=${version}`, "ls-remote", repository, "refs/heads/main");
      expect(head).toBe(`${await inClone("rev-parse", "HEAD")}\trefs/heads/main`);
    }
  });

  it("meet a push on the same line: both stand side by side until a person decides", async () => {
    await typeFirstLine("# From the browser");
    await page.getByText("1 unsaved file").waitFor();
    await writeFirstLine("# From git");
    await writeFile(join(folder, "clone/script.sh"), "echo hello\n");
    await chmod(join(folder, "clone/script.sh"), 0o755);
    await inClone("add", "--all");
    await inClone("commit", "--quiet", "--message", "Say where it is from");
    await inClone("push", "--quiet", "origin", "main");

    await page.getByRole("button", { name: "Resolve 1 conflict" }).click();
    const conflict = page.getByRole("region", { name: "Conflict in README.md" });
    await conflict.getByText("Version 3 changed the same lines.").waitFor();
    await conflict
      .getByRole("textbox", { name: "README.md of version 3, read only" })
      .getByText("# From git")
      .waitFor();
    await conflict.getByRole("button", { name: "Keep both" }).click();
    await conflict.getByRole("button", { name: "Use the result" }).click();
    await page.getByRole("textbox", { name: "What changed, in a few words (optional)" }).fill("Keep both titles");
    await page.getByRole("button", { name: "Save version" }).click();
    await page.getByText("Saved 1 file as version 4").waitFor();

    await inClone("pull", "--quiet", "--ff-only");
    expect((await readFile(join(folder, "clone/README.md"), "utf8")).split("\n").slice(0, 2)).toEqual([
      "# From the browser",
      "# From git",
    ]);
    expect((await stat(join(folder, "clone/script.sh"))).mode & 0o111).not.toBe(0);
  });

  it("lose nothing to a push that does not go forward, and take one that merges", async () => {
    await inClone("switch", "--quiet", "--create", "side", "HEAD~1");
    await writeFile(join(folder, "clone/side.txt"), "side\n");
    await inClone("add", "--all");
    await inClone("commit", "--quiet", "--message", "Beside it");
    const refused = await inClone("push", "--force", "origin", "side:main").catch((error: Error) => error.message);
    expect(refused).toContain("non-fast-forward");
    await inClone("switch", "--quiet", "main");
    await inClone("merge", "--quiet", "--no-edit", "side");
    await inClone("push", "--quiet", "origin", "main");
    const again = join(folder, "again");
    await git("clone", "--quiet", repository, again);
    expect(await git("-C", again, "rev-parse", "HEAD")).toBe(await inClone("rev-parse", "HEAD"));
    await git("-C", again, "fsck", "--full", "--strict");
  });

  it("are compared, rolled back and forked", async () => {
    await page.getByRole("tab", { name: "Versions" }).click();
    const item = (number: number) => page.getByRole("listitem", { name: `Version ${number}`, exact: true });
    await item(5).getByText("Ada, by git").waitFor();
    await item(2).getByRole("button", { name: "Compare version 2" }).click();
    await item(4).getByRole("button", { name: "Compare with this version 4" }).click();
    await page.waitForURL(/compare=2\.\.4/);
    await page.getByRole("region", { name: "Changes of README.md" }).getByText("+# From git").waitFor();
    await page.getByRole("button", { name: "All versions" }).click();

    await item(1).getByRole("button", { name: "Roll back… to version 1" }).click();
    await page.getByRole("button", { name: "Roll back", exact: true }).click();
    await item(6).getByText("Roll back to version 1").waitFor();

    await page.goto(`${platform.url}/projects/${projectId}?tab=versions&compare=1..6&as=apps`);
    const shown = (number: number) => page.frameLocator(`iframe[title="App as version ${number} has it"]`);
    await shown(6).getByRole("heading", { level: 1 }).waitFor();
    await shown(1).getByRole("link", { name: "New boat" }).first().click();
    await shown(6).getByRole("heading", { level: 1, name: "New boat" }).waitFor();
    await page.getByRole("button", { name: "All versions" }).click();

    await item(6).getByRole("button", { name: "Fork… from version 6" }).click();
    await page.getByLabel("Name of the new project").fill("Another line");
    await page.getByRole("button", { name: "Fork", exact: true }).click();
    await page.getByText("Forked from version 6 of").waitFor();
    await page.getByRole("heading", { level: 1, name: "Another line" }).waitFor();
    // Commits of a fork are the same ones, so that git can merge what both become.
    const forked = repository.replace("/shared-code.git", "/another-line.git");
    const head = await git("ls-remote", forked, "refs/heads/main");
    await inClone("pull", "--quiet", "--ff-only");
    expect(head.slice(0, 40)).toBe(await inClone("rev-parse", "HEAD"));
  });
});

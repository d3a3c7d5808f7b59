// A prompt that tells people apart: the app asks to sign in, and each role sees and does what it may.
import { beforeAll, describe, expect, inject, it } from "vitest";
import { App, Client } from "../platform/client.ts";

const prompt =
  "A clinic app where receptionists manage appointments, doctors see only their own patients and admins manage everything, with login";

const platform = inject("sharedPlatform");
let client: Client;

beforeAll(async () => {
  client = await Client.register(platform.url);
});

interface Session {
  user: { name: string; role: { key: string } } | null;
  signUp: string;
  examples: { id: string; role: { key: string } }[];
}

interface Listed {
  items: { id: string }[];
  total: number;
}

/** Somebody at the app's address, with the cookies they got there. */
class Visitor {
  readonly #app: App;
  #session = "";

  constructor(app: App) {
    this.#app = app;
  }

  async call<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const cookie = [this.#app.cookie, this.#session].filter((part) => part !== "").join("; ");
    const { status, text, headers } = await this.#app.call(method, `/api${path}`, body, { cookie });
    const given = (headers["set-cookie"] ?? []).find((candidate) => candidate.startsWith("session="));
    if (given !== undefined) {
      expect(given).toMatch(/HttpOnly; SameSite=Lax/);
      this.#session = given.split(";")[0] ?? "";
    }
    return { status, body: (text === "" ? undefined : JSON.parse(text)) as Body };
  }

  static async example(app: App, role: string): Promise<Visitor> {
    const visitor = new Visitor(app);
    const { examples } = (await visitor.call<Session>("GET", "/session")).body;
    const user = examples.find((example) => example.role.key === role)?.id;
    expect((await visitor.call("POST", "/session/example", { user })).status).toBe(200);
    return visitor;
  }
}

describe("an app with roles", () => {
  it("lets the first person administrate, and everybody do what their role may", async () => {
    const project = await client.createProject("Clinic");
    const { id } = await client.generate(project.id, prompt);
    const generation = await client.waitFor(id, ["complete"]);
    expect(generation.status, JSON.stringify(generation.error)).toBe("complete");
    const open = async (environment: string): Promise<App> => {
      const path = `/api/v1/projects/${project.id}/preview-access`;
      const { status, body } = await client.call<{ url: string }>("POST", path, { environment });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
      return App.open(body.url);
    };
    const preview = await open("preview");
    const stranger = new Visitor(preview);
    expect((await stranger.call("GET", "/patients")).status).toBe(401);
    expect((await stranger.call<Session>("GET", "/session")).body).toMatchObject({ user: null, signUp: "first" });

    const admin = new Visitor(preview);
    const account = { name: "Ada", email: "ada@example.com", password: "a long pass phrase 77" };
    const signedUp = await admin.call<Session>("POST", "/access/sign-up", account);
    expect([signedUp.status, signedUp.body.user?.role.key]).toEqual([201, "admin"]);
    expect(
      (await new Visitor(preview).call("POST", "/access/sign-up", { ...account, email: "b@example.com" })).status,
    ).toBe(403);
    const patient = await admin.call<{ id: string }>("POST", "/patients", { name: "Zebra Quince" });
    expect(patient.status, JSON.stringify(patient.body)).toBe(201);

    const doctor = await Visitor.example(preview, "doctor");
    const all = (await admin.call<Listed>("GET", "/patients")).body;
    const own = (await doctor.call<Listed>("GET", "/patients")).body;
    expect(own.total).toBeGreaterThan(0);
    expect(own.total).toBeLessThan(all.total);
    expect((await doctor.call("GET", `/patients/${patient.body.id}`)).status).toBe(404);
    expect((await doctor.call("GET", "/appointments")).status).toBe(403);
    expect((await doctor.call("POST", "/patients", { name: "Nobody" })).status).toBe(403);
    expect((await doctor.call("GET", "/access/users")).status).toBe(403);

    const receptionist = await Visitor.example(preview, "receptionist");
    expect((await receptionist.call<Listed>("GET", "/patients")).body.total).toBe(all.total);
    expect((await receptionist.call("DELETE", `/patients/${patient.body.id}`)).status).toBe(403);
    const [appointment] = (await receptionist.call<Listed>("GET", "/appointments")).body.items;
    expect((await receptionist.call("DELETE", `/appointments/${appointment?.id}`)).status).toBe(204);

    const trail = await admin.call<{ items: { action: string; recordId: string }[] }>("GET", "/access/changes");
    expect(trail.body.items[0]).toMatchObject({ action: "delete", recordId: appointment?.id });

    // The example people stay in the preview.
    const production = new Visitor(await open("production"));
    expect((await production.call<Session>("GET", "/session")).body).toMatchObject({ signUp: "first", examples: [] });
  });
});

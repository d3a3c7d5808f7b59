// A mail provider on loopback that speaks as much of Resend's API as the platform uses. Recipients say what it does:
// `busy@…` is refused once with 429, `broken@…` always with 500, `wrong@…` always with 422; everybody else gets it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const mailSchema = z.strictObject({
  from: z.string(),
  to: z.tuple([z.string()]),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type DeliveredMail = z.infer<typeof mailSchema>;

export interface MailProvider {
  url: string;
  key: string;
  close(): Promise<void>;
}

/** `GET /delivered?to=…` tells a test what arrived. */
export async function startMailProvider(): Promise<MailProvider> {
  const key = "re_stand_in";
  const delivered = new Map<string, DeliveredMail>();
  const refusedOnce = new Set<string>();

  function judge(id: string, { to: [to] }: DeliveredMail): { status: number; body: unknown } {
    if (to.startsWith("busy@") && !refusedOnce.has(id)) {
      refusedOnce.add(id);
      return { status: 429, body: { name: "rate_limit_exceeded", message: "Too many requests." } };
    }
    if (to.startsWith("broken@")) return { status: 500, body: { name: "internal_server_error", message: "It broke." } };
    if (to.startsWith("wrong@")) return { status: 422, body: { name: "validation_error", message: "Invalid `to`." } };
    return { status: 200, body: { id: `stand-in-${id}` } };
  }

  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand-in");
    if (request.method === "GET" && pathname === "/delivered") {
      const wanted = searchParams.get("to");
      return answer(
        200,
        [...delivered.values()].filter(({ to }) => to[0] === wanted),
      );
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method !== "POST" || pathname !== "/emails") return answer(404, { message: "Not found." });
      if (request.headers.authorization !== `Bearer ${key}`) return answer(401, { message: "API key is invalid" });
      const id = request.headers["idempotency-key"];
      const mail = mailSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
      if (typeof id !== "string" || !mail.success) return answer(422, { message: "The mail is not valid." });
      const { status, body } = judge(id, mail.data);
      if (status === 200) delivered.set(id, mail.data);
      answer(status, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

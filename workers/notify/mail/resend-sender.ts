// E-mail through Resend's HTTP API: POST /emails with an idempotency key.
import { z } from "zod";
import { MailError, type MailSender } from "./mail-sender.ts";

const answerSchema = z.object({ id: z.string() });
const refusalSchema = z.object({ message: z.string() });

export function resendSender({ apiKey, baseUrl }: { apiKey: string; baseUrl: string }): MailSender {
  return {
    async send({ id, from, to, subject, text, html }, signal) {
      const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/emails`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${apiKey}`,
          "content-type": "application/json",
          "idempotency-key": id,
        },
        body: JSON.stringify({ from, to: [to], subject, text, html }),
        signal,
        redirect: "manual",
      }).catch((error: unknown) => {
        throw new MailError(`The mail provider did not answer: ${String(error)}`, true);
      });
      const body: unknown = await response.json().catch(() => null);
      if (!response.ok) {
        const { data } = refusalSchema.safeParse(body);
        const said = (data?.message ?? "it gave no reason").slice(0, 300);
        // A conflict: the first attempt with this key is still under way.
        const isPassing = response.status >= 500 || [408, 409, 429].includes(response.status);
        throw new MailError(`The mail provider answered ${response.status}: ${said}`, isPassing);
      }
      const answer = answerSchema.safeParse(body);
      if (!answer.success) throw new MailError("The mail provider's answer names no mail.", true);
      return { providerId: answer.data.id };
    },
  };
}

import { variables, type Env } from "../../env.ts";
import type { MailSender } from "./mail-sender.ts";
import { resendSender } from "./resend-sender.ts";

/** Null: nothing is set up, and mail stays in the outbox. */
export function chooseMailSender({ RESEND_API_KEY, RESEND_BASE_URL }: Env): MailSender | null {
  if (!RESEND_API_KEY) return null;
  return resendSender({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL || "https://api.resend.com" });
}

export function mailFrom(env: Env): string {
  return env.NEXUSGEN_MAIL_FROM || `NexusGen <notices@${new URL(variables(env).APP_ORIGIN).hostname}>`;
}

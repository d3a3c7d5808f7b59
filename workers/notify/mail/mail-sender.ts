// The seam to whoever carries e-mail. One file a provider; which one is used is chosen by what is configured.
export interface OutgoingMail {
  /** Sending the same id twice delivers once. */
  id: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface MailSender {
  /** What the provider calls it. Throws a MailError. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<{ providerId: string }>;
}

export class MailError extends Error {
  /** Trying again may help. */
  readonly isPassing: boolean;

  constructor(message: string, isPassing: boolean) {
    super(message);
    this.isPassing = isPassing;
  }
}

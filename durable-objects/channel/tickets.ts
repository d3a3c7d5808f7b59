// Socket tickets: 32 random bytes, kept as a hash, good once and for a minute. A token never stands in an address.

/** Where an object keeps them. `takeTicket` forgets what it gives. */
export interface TicketStore<Holder> {
  addTicket(hash: string, ticket: Holder & { expiresAt: number }): void;
  takeTicket(hash: string): Holder | null;
}

const lifetimeMs = 60_000;

export async function issueTicket<Holder>(store: TicketStore<Holder>, holder: Holder): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const ticket = bytes.toBase64({ alphabet: "base64url", omitPadding: true });
  store.addTicket(await hashOf(ticket), { ...holder, expiresAt: Date.now() + lifetimeMs });
  return ticket;
}

/** null for a ticket that is unknown, used or expired. */
export async function redeemTicket<Holder>(store: TicketStore<Holder>, ticket: string): Promise<Holder | null> {
  return store.takeTicket(await hashOf(ticket));
}

async function hashOf(ticket: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(ticket));
  return new Uint8Array(digest).toHex();
}

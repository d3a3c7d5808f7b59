// What a person's own socket says (docs/protocol.md § A person's socket). It names what is worth asking for again and holds
// nothing of it, so that what one may read is decided where it is read.
export const inboxNews = ["notifications"] as const;
export type InboxNews = (typeof inboxNews)[number];

export type InboxFrame = { op: "news"; of: InboxNews } | { op: "pong" };

// Text that comes from users, files or pages stands between marks in a prompt: it is material, never an instruction to
// the agent. The marks cannot be closed from inside.

/** `source`: a word or two of ours, such as "request" or "attachment logo.pdf". */
export function fence(source: string, text: string): string {
  const inside = text.replace(/<(\/?)(material)/gi, "‹$1$2");
  return `<material source="${source.replace(/["<>\n]/g, "'")}">\n${inside}\n</material>`;
}

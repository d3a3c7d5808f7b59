// Prefixed, time-sortable ids: `prj_` + 26 characters of Crockford base32 (48 bits of milliseconds, 80 random bits; a
// ULID in lower case). Ids made later sort later, to the millisecond, so that a page can be cut at an id.

export const idPrefixes = {
  user: "usr",
  account: "acc",
  session: "ses",
  apiToken: "tok",
  family: "fam",
  workspace: "wsp",
  member: "mem",
  project: "prj",
  version: "ver",
  asset: "ast",
  generation: "gen",
  job: "job",
  build: "bld",
  deployment: "dep",
  variables: "evs",
  domain: "dom",
  push: "psh",
  conversation: "cnv",
  aiMessage: "aim",
  message: "msg",
  decision: "dcs",
  fix: "fix",
  problem: "prb",
  snapshot: "snp",
  savedPrompt: "spr",
  notification: "ntf",
  mail: "mal",
  audit: "aud",
  event: "evt",
  request: "req",
} as const;
export type IdKind = keyof typeof idPrefixes;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export function newId(kind: IdKind, now = Date.now()): string {
  return `${idPrefixes[kind]}_${encodeTime(now)}${randomBase32(16)}`;
}

/** Each character carries 5 random bits. */
export function randomBase32(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let text = "";
  for (const byte of bytes) text += alphabet[byte & 31];
  return text;
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (let place = 0; place < 10; place++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

// The serving side of `git clone` and `git fetch`: protocols 0 and 1 (one answer to wants and haves) and 2 (commands).
import { concat, isOid, type GitObject } from "./objects.ts";
import { writePack } from "./pack.ts";
import { decodePackets, encodeBand, encodePackets, MalformedRequest, packetText, type Packet } from "./pkt-line.ts";

export const agent = "agent=nexusgen/1";
export const branch = "refs/heads/main";

export interface Repository {
  /** null while there is nothing. */
  head: string | null;
  /** Every commit of the line. */
  commits: ReadonlySet<string>;
  collect(haves: ReadonlySet<string>): Promise<Map<string, GitObject>>;
}

/** Answer to GET info/refs. */
export function advertise({ head }: Repository, protocol: 0 | 1 | 2): Uint8Array<ArrayBuffer> {
  const service: Packet[] = encodeService("git-upload-pack");
  if (protocol === 2)
    return encodePackets([
      ...service,
      "version 2\n",
      `${agent}\n`,
      "ls-refs=unborn\n",
      "fetch\n",
      "object-format=sha1\n",
      "flush",
    ]);
  const abilities = ["side-band-64k", "ofs-delta", "no-progress", `symref=HEAD:${branch}`, "object-format=sha1", agent];
  return encodePackets([
    ...service,
    ...(protocol === 1 ? ["version 1\n"] : []),
    ...listRefs(head, abilities.join(" ")),
    "flush",
  ]);
}

export function listRefs(head: string | null, abilities: string): string[] {
  if (head === null) return [`${"0".repeat(40)} capabilities^{}\0${abilities}\n`];
  return [`${head} HEAD\0${abilities}\n`, `${head} ${branch}\n`];
}

export function encodeService(name: string): Packet[] {
  return [new TextEncoder().encode(`# service=${name}\n`) as Uint8Array<ArrayBuffer>, "flush"];
}

/** Protocols 0 and 1. Without `multi_ack` the first commit both know is answered, and the rest is not needed. */
export async function answerWants(
  repository: Repository,
  body: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = decodePackets(body).packets.map(packetText);
  const [first = ""] = lines.filter((line) => line.startsWith("want "));
  const banded = first.includes("side-band-64k");
  if (lines.some((line) => /^(shallow|deepen)/.test(line)))
    throw new MalformedRequest("Shallow clones are not served.");
  const wants = lines.flatMap((line) => (line.startsWith("want ") ? [line.slice(5, 45)] : []));
  const haves = lines.flatMap((line) => (line.startsWith("have ") ? [line.slice(5, 45)] : []));
  requireWants(repository, wants);
  const common = haves.find((oid) => repository.commits.has(oid));
  const answer = encodePackets([common === undefined ? "NAK\n" : `ACK ${common}\n`]);
  if (!lines.includes("done")) return answer;
  const pack = await writePack((await repository.collect(new Set(haves))).values());
  return concat([answer, ...(banded ? [encodePackets([...encodeBand(1, pack), "flush"])] : [pack])]);
}

/** Protocol 2: `ls-refs` or `fetch`. */
export async function answerCommand(
  repository: Repository,
  body: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { packets } = decodePackets(body);
  const command = packetText(packets[0] ?? "flush");
  const delim = packets.indexOf("delim");
  const lines = (delim < 0 ? [] : packets.slice(delim + 1)).map(packetText);
  if (command === "command=ls-refs") return describeRefs(repository, lines);
  if (command === "command=fetch") return fetchPack(repository, lines);
  throw new MalformedRequest("There is no such command.");
}

function describeRefs({ head }: Repository, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const prefixes = lines.flatMap((line) => (line.startsWith("ref-prefix ") ? [line.slice(11)] : []));
  const asked = (name: string) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
  const target = lines.includes("symrefs") ? ` symref-target:${branch}` : "";
  const refs =
    head === null
      ? lines.includes("unborn") && asked("HEAD")
        ? [`unborn HEAD${target}\n`]
        : []
      : [...(asked("HEAD") ? [`${head} HEAD${target}\n`] : []), ...(asked(branch) ? [`${head} ${branch}\n`] : [])];
  return encodePackets([...refs, "flush"]);
}

async function fetchPack(repository: Repository, lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const wants = lines.flatMap((line) => (line.startsWith("want ") ? [line.slice(5)] : []));
  const haves = lines.flatMap((line) => (line.startsWith("have ") ? [line.slice(5)] : []));
  if (lines.some((line) => /^(shallow|deepen)/.test(line)))
    throw new MalformedRequest("Shallow clones are not served.");
  requireWants(repository, wants);
  const common = haves.filter((oid) => repository.commits.has(oid));
  const done = lines.includes("done");
  if (!done && common.length === 0) return encodePackets(["acknowledgments\n", "NAK\n", "flush"]);
  const acknowledged: Packet[] | string[] = done
    ? []
    : ["acknowledgments\n", ...common.map((oid) => `ACK ${oid}\n`), "ready\n", "delim"];
  const pack = await writePack((await repository.collect(new Set(haves))).values());
  return encodePackets([...acknowledged, "packfile\n", ...encodeBand(1, pack), "flush"]);
}

function requireWants({ commits }: Repository, wants: readonly string[]): void {
  if (wants.length === 0 || wants.some((oid) => !isOid(oid) || !commits.has(oid)))
    throw new MalformedRequest("What is asked for is not in this repository.");
}

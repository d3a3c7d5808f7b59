// What the owner of a host name sets in its DNS, and whether it is there. Asked over HTTPS (RFC 8484's JSON form, as
// Cloudflare and Google answer it), since Workers have no resolver of their own.
import { z } from "zod";
import { hostSuffix } from "../preview/host-name.ts";
import type { CustomDomain } from "#db/schema/index.ts";
import type { Env } from "../env.ts";

export interface DomainRecord {
  type: "TXT" | "CNAME";
  name: string;
  value: string;
}

const usualResolver = "https://cloudflare-dns.com/dns-query";
const answerWithinMs = 8_000;
const textType = 16;

const answerSchema = z.object({
  /** 0: no error; 3: no such name. */
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).optional(),
});

type Claim = Pick<CustomDomain, "host" | "token" | "environment">;

export function domainRecords(
  { host, token, environment }: Claim,
  { PREVIEW_DOMAIN }: { PREVIEW_DOMAIN: string },
  hostLabel: string,
): DomainRecord[] {
  const target = `${hostLabel}${hostSuffix(environment)}.${PREVIEW_DOMAIN.replace(/:\d+$/, "")}`;
  return [
    { type: "TXT", name: `_nexusgen.${host}`, value: `nexusgen-verify=${token}` },
    { type: "CNAME", name: host, value: target },
  ];
}

/** Null when the TXT record proves the name; otherwise what is missing, for people. */
export async function findDomainProblem(
  { NEXUSGEN_DNS_URL }: Pick<Env, "NEXUSGEN_DNS_URL">,
  { host, token }: Pick<Claim, "host" | "token">,
): Promise<string | null> {
  const name = `_nexusgen.${host}`;
  const url = new URL(NEXUSGEN_DNS_URL || usualResolver);
  url.searchParams.set("name", name);
  url.searchParams.set("type", "TXT");
  let found: string[];
  try {
    const response = await fetch(url, {
      headers: { accept: "application/dns-json" },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    if (!response.ok) return `The name server could not be asked (status ${response.status}). Try again in a minute.`;
    const { Answer = [] } = answerSchema.parse(await response.json());
    found = Answer.filter(({ type }) => type === textType).map(({ data }) => unquote(data));
  } catch {
    return "The name server could not be asked. Try again in a minute.";
  }
  if (found.includes(`nexusgen-verify=${token}`)) return null;
  return found.length === 0
    ? `There is no TXT record at ${name} yet. A new record can take some minutes until everybody sees it.`
    : `The TXT record at ${name} has another value.`;
}

/** A long text comes in several quoted pieces. */
function unquote(data: string): string {
  return data.startsWith('"') ? [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join("") : data;
}

// Which hosts our servers may call on somebody's word. Names are not resolved before a call: in production Workers reach
// no private network.
import { z } from "zod";

/**
 * `public`: https to a public host alone. `loopback`: also this machine. `any`: also private networks and plain http.
 */
export const hostRules = ["public", "loopback", "any"] as const;
export type HostRule = (typeof hostRules)[number];

/** `public` where nothing is configured. Throws an Error that names the variable when it is malformed. */
export function readHostRule(variable: string, value: string | undefined): HostRule {
  const parsed = z.enum(hostRules).safeParse(value || "public");
  if (!parsed.success) throw new Error(`${variable} must be one of ${hostRules.join(", ")}.`);
  return parsed.data;
}

/** Why the address may not be called; null when it may. The URL parser has normalised every spelling of an IPv4 address. */
export function findHostProblem(url: URL | null, rule: HostRule): string | null {
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
    return "Enter an address that starts with https://.";
  if (url.username || url.password) return "An address holds no user name and no password.";
  if (rule === "any") return null;
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  if (rule === "loopback" && isLoopback(host)) return null;
  if (url.protocol !== "https:") return "Only https:// is allowed here, so that nobody on the way reads along.";
  return isPublic(host) ? null : "This address is not on the public internet. This platform calls no others.";
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** Names that only private networks resolve (RFC 6762, 6761, 8375, ICANN's .internal), and metadata services. */
const privateName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|home\.arpa|onion)$/;

function isPublic(host: string): boolean {
  if (host.startsWith("[")) return isPublicIpv6(host.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(host)) return isPublicIpv4(host);
  return host.includes(".") && !privateName.test(host);
}

/** IANA's special-purpose addresses. */
function isPublicIpv4(host: string): boolean {
  const [a = 0, b = 0, c = 0] = host.split(".").map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** Global unicast is 2000::/3; of it, documentation, Teredo, and the forms that carry an IPv4 address are left out. */
function isPublicIpv6(host: string): boolean {
  if (!/^[23][0-9a-f]{3}:/.test(host)) return false;
  return !/^(2001:0?:|2001::|2001:db8:|2002:|3fff:)/.test(host);
}

// Which addresses the app may call: whoever sets up a webhook must not reach what only the server reaches.
import { words } from "../words.ts";

const privateV4: readonly (readonly [base: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
];

const toNumber = (address: string): number =>
  address.split(".").reduce((number, part) => number * 256 + Number(part), 0);

const isPrivateV4 = (address: string): boolean =>
  privateV4.some(([base, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(toNumber(address) / size) === Math.floor(toNumber(base) / size);
  });

const innerNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|arpa)$/;

/** Why the app will not call it; undefined when it may. The parser has brought every spelling of a number to one. */
export function refuseAddress(given: string, allowsPrivate: boolean): string | undefined {
  if (!URL.canParse(given)) return words.hookSuchAs;
  const { protocol, hostname, username } = new URL(given);
  if (username !== "") return words.noCredentials;
  if (allowsPrivate && (protocol === "http:" || protocol === "https:")) return undefined;
  if (protocol !== "https:") return words.httpsOnly;
  // Addresses of version 6 in figures are seldom needed and easily private.
  if (hostname.startsWith("[")) return words.noVersion6;
  const host = hostname.replace(/\.$/, "").toLowerCase();
  const isInner = /^[\d.]+$/.test(host) ? isPrivateV4(host) : innerNames.test(host) || !host.includes(".");
  return isInner ? words.privateAddress : undefined;
}

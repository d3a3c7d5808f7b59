// Password hashes: `scrypt$N$r$p$salt$hash`, base64url. The parameters travel with the hash, so that they can rise.
import { scrypt } from "node:crypto";

/** 32 MB and 50 to 150 ms a hash: what an isolate of 128 MB bears; guessing online is bounded by the rate limits. */
const current = { N: 2 ** 15, r: 8, p: 1 };
const hashBytes = 32;
const base64url = { alphabet: "base64url", omitPadding: true } as const;

interface ScryptParameters {
  N: number;
  r: number;
  p: number;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return encode(salt, await derive(password, salt, current));
}

/** Takes as long for an account that does not exist (`stored` undefined) as for a wrong password. */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const { parameters, salt, hash } = parse(stored ?? nobody);
  const given = await derive(password, salt, parameters);
  const same = given.byteLength === hash.byteLength && crypto.subtle.timingSafeEqual(given, hash);
  return same && Boolean(stored);
}

const nobody = encode(new Uint8Array(16), new Uint8Array(hashBytes));

function encode(salt: Uint8Array, hash: Uint8Array): string {
  const { N, r, p } = current;
  return ["scrypt", N, r, p, salt.toBase64(base64url), hash.toBase64(base64url)].join("$");
}

function parse(stored: string): { parameters: ScryptParameters; salt: Uint8Array; hash: Uint8Array } {
  const [scheme, N, r, p, salt, hash] = stored.split("$");
  if (scheme !== "scrypt" || !salt || !hash) throw new Error("The stored password hash has an unknown form");
  return {
    parameters: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Uint8Array.fromBase64(salt, base64url),
    hash: Uint8Array.fromBase64(hash, base64url),
  };
}

function derive(password: string, salt: Uint8Array, { N, r, p }: ScryptParameters): Promise<Uint8Array> {
  // The default cap of 32 MB is just below what these parameters need (128 × N × r, and some).
  const options = { N, r, p, maxmem: 128 * N * r + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, hashBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

import { invalid } from "./api-problem.ts";

/** The later one takes no sampling parameters; the SDK sends it from its version 1 on. */
const versions = ["2023-06-01", "2026-10-21"] as const;
export type ApiVersion = (typeof versions)[number];

export function readVersion(header: string | string[] | undefined): ApiVersion {
  if (header === undefined) throw invalid("anthropic-version: header is required");
  const version = versions.find((known) => known === header);
  if (!version) throw invalid(`anthropic-version: "${String(header)}" is not a valid version`);
  return version;
}

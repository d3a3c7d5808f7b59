import type { RepairAccount } from "#protocol/repair-account.ts";
import { formatCount, formatUsd } from "../lib/format.ts";

export const tries: Record<RepairAccount["rounds"][number]["tried"], string> = {
  retry: "Ran it again",
  "apply-repairs": "Mended it by a known repair",
  "keep-edits-whole": "Wrote the code again around your files",
  "mend-code": "A model mended the code",
  "regenerate-lockfile": "Made the lockfile anew",
  "other-package-manager": "Installed with pnpm",
  "simplified-build": "Asked less of the build",
  "more-resources": "Gave it more memory and time",
  "without-tasks": "Built it without the task that failed",
  "scaffold-only": "Built it without what the model added",
};

/** What was tried before a generation was handed back, round by round. */
export function RepairAccountItem({ account }: { account: RepairAccount }) {
  const { rounds, costUsd, standsAt } = account;
  return (
    <div className="mt-3 border-t border-danger-line pt-3">
      {rounds.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer font-[560]">
            {formatCount(rounds.length, "repair")} tried{costUsd > 0 && `, ${formatUsd(costUsd)} in all`}
          </summary>
          <ol className="mt-2 flex list-decimal flex-col gap-2.5 pl-5 marker:text-muted">
            {rounds.map((round, index) => (
              // Rounds are never reordered, and two may be alike.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} className="wrap-anywhere">
                <span className="font-[560]">{tries[round.tried]}</span>
                <span className="block text-muted">
                  {round.where} failed
                  {round.errors !== null && round.errors > 1 ? ` with ${formatCount(round.errors, "error")}` : ""}:{" "}
                  {round.message}
                </span>
                {(round.files.length > 0 || round.costUsd > 0) && (
                  <span className="block font-mono text-xs text-muted">
                    {[...round.files, ...(round.costUsd > 0 ? [formatUsd(round.costUsd)] : [])].join(" · ")}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      <p className="mt-2 text-muted">
        {standsAt === null
          ? "There is no version that works yet."
          : `The app stays at version ${standsAt.number}, the last one that works.`}
      </p>
    </div>
  );
}

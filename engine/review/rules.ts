// Rules of the static review. A pattern sees one line; it must not backtrack badly on a long one.
import type { ReviewFinding } from "./review.ts";

export interface ReviewRule {
  id: string;
  severity: ReviewFinding["severity"];
  /** Paths the rule looks at. */
  files: RegExp;
  /** Paths it leaves alone. */
  except?: RegExp;
  pattern: RegExp;
  message: string;
  fix: string | null;
}

const code = /\.(?:[cm]?[jt]sx?)$/;
const tests = /(?:^|\/)tests?\/|\.test\.[jt]sx?$/;
const anyText = /\.(?:[cm]?[jt]sx?|json|toml|md|html|css|sql|ya?ml|env|example)$/;
const lockfile = /(?:^|\/)package-lock\.json$/;

export const reviewRules: readonly ReviewRule[] = [
  {
    id: "secret-in-source",
    severity: "critical",
    files: anyText,
    except: lockfile,
    pattern:
      /\b(?:sk-ant-[\w-]{20,}|sk-[A-Za-z0-9]{32,}|ghp_[A-Za-z0-9]{36}|github_pat_\w{50,}|AKIA[0-9A-Z]{16}|xox[abp]-[\w-]{20,}|sk_live_[A-Za-z0-9]{20,})\b|-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/,
    message: "A secret is written into the source.",
    fix: "Read it from an environment variable and revoke the one that was written down.",
  },
  {
    id: "code-from-string",
    severity: "high",
    files: code,
    except: tests,
    pattern: /(?:^|[^.\w])eval\(|\bnew Function\(/,
    message: "Code is made from a string, which lets data become a program.",
    fix: "Parse the data or use a lookup table.",
  },
  {
    id: "raw-html",
    severity: "high",
    files: /\.[jt]sx$/,
    pattern: /dangerouslySetInnerHTML/,
    message: "HTML is inserted without escaping, which lets stored text run as script.",
    fix: "Render text, or Markdown through a renderer that builds elements.",
  },
  {
    id: "process-access",
    severity: "high",
    files: /^src\/.*\.[jt]sx?$/,
    except: tests,
    pattern: /from ["'](?:node:)?(?:child_process|cluster|worker_threads|vm)["']/,
    message: "The app starts processes, which its runtime forbids.",
    fix: "Use the runtime's own services.",
  },
  {
    id: "sql-from-string",
    severity: "high",
    files: code,
    except: tests,
    pattern: /\.(?:prepare|exec)\(\s*`[^`]*\$\{/,
    message: "SQL is put together from strings, which lets input become a query.",
    fix: "Bind parameters.",
  },
  {
    id: "deprecated-next-data",
    severity: "medium",
    files: code,
    pattern: /\b(?:getServerSideProps|getStaticProps|getInitialProps)\b|from ["']next\/legacy\/image["']/,
    message: "This belongs to the pages router, which new code does not use.",
    fix: "Fetch in a server component; use next/image.",
  },
  {
    id: "left-over-debugging",
    severity: "low",
    files: /^src\/.*\.[jt]sx?$/,
    except: tests,
    pattern: /\bconsole\.log\(|^\s*debugger;?\s*$/,
    message: "Debugging output was left in.",
    fix: "Remove it.",
  },
];

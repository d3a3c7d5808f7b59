// Rules of the static review (requirements N4.4, N4.8). A pattern sees one line, or as many as the rule says from each line
// on; it must not backtrack badly on long ones. Accessibility is the linter's (jsx-a11y), dependencies the audit's.
import type { ReviewFinding } from "./review.ts";

export interface ReviewRule {
  id: string;
  severity: ReviewFinding["severity"];
  /** Paths the rule looks at. */
  files: RegExp;
  /** Paths it leaves alone. */
  except?: RegExp;
  pattern: RegExp;
  /** Lines that the pattern sees at once, 1 without it; it has to begin to match in the first. */
  lines?: number;
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
    files: code,
    except: tests,
    pattern:
      /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=(?!=)|\.insertAdjacentHTML\(|\bdocument\.write(?:ln)?\(/,
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
    id: "script-address",
    severity: "high",
    files: code,
    except: tests,
    pattern: /(?:href|src|action|location|url)\w{0,20}\s{0,5}[=:]\s*\{?\s*["'`]javascript:/i,
    message: "An address runs script when it is opened.",
    fix: "Use a button with a handler.",
  },
  {
    id: "redirect-from-input",
    severity: "high",
    files: code,
    except: tests,
    pattern: /\bredirect\(\s*(?:\w+\.)?(?:req\.(?:query|param|header)|searchParams\.get)\(/,
    message: "A visitor's link decides where the app leads to, which serves phishing.",
    fix: "Accept paths of this app alone: one slash at the start, no second one.",
  },
  {
    id: "guessable-secret",
    severity: "high",
    files: code,
    except: tests,
    pattern: /(?:token|secret|password|session|nonce|salt|code)\w{0,40}\s{0,5}[=:][^;]{0,200}?\bMath\.random\(/i,
    message: "A secret is made from numbers that can be guessed.",
    fix: "Use crypto.getRandomValues or crypto.randomUUID.",
  },
  {
    id: "secret-to-browser",
    severity: "high",
    files: code,
    pattern: /\b(?:NEXT_PUBLIC|VITE)_\w{0,40}(?:SECRET|TOKEN|PASSWORD|PRIVATE)\w*/,
    message: "A secret is given to the browser, where everybody can read it.",
    fix: "Read it on the server, under a name without the public prefix.",
  },
  {
    id: "unchecked-certificate",
    severity: "high",
    files: code,
    pattern: /\brejectUnauthorized\s*:\s*false|\bNODE_TLS_REJECT_UNAUTHORIZED\b/,
    message: "Certificates are not checked, so anybody on the way can read and change what is sent.",
    fix: "Leave the check on.",
  },
  {
    id: "compiler-silenced",
    severity: "high",
    files: code,
    except: tests,
    pattern: /@ts-(?:ignore|nocheck)\b|\b(?:eslint|oxlint)-disable(?!-next-line|-line)\b/,
    message: "The compiler or the linter was told to look away.",
    fix: "Mend what it complains of.",
  },
  {
    id: "open-to-all-origins",
    severity: "medium",
    files: code,
    except: tests,
    pattern: /access-control-allow-origin["'`]?\s*[,:]\s*["'`]\*|\.postMessage\([^)]{0,200},\s*["'`]\*["'`]\)/i,
    message: "Every other site may read or receive this.",
    fix: "Name the origins that may.",
  },
  {
    id: "pages-router",
    severity: "medium",
    files: /^(?:src\/)?pages\/_(?:app|document)\.[jt]sx?$/,
    pattern: /\bexport default\b/,
    message: "This belongs to the pages router, which stands beside the app router of this project.",
    fix: "Use a layout in the app folder.",
  },
  {
    id: "fetch-in-effect",
    severity: "medium",
    files: /\.[jt]sx$/,
    except: tests,
    // One that can be called off knows what it does.
    pattern: /^\s*(?:React\.)?useEffect\((?![^]*AbortController)(?:(?!useEffect\()[^])*?\bfetch\(/,
    lines: 5,
    message: "Data is fetched after the page was drawn: it flickers, and answers may overtake each other.",
    fix: "Fetch in the page's loader or in a server component.",
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

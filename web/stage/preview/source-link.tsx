import { Link } from "react-router";

/** `path:line:column` as a link to the code. */
export function SourceLink({ source }: { source: string }) {
  const [path = "", line = "1"] = source.split(":");
  return (
    <Link
      to={`?${new URLSearchParams({ tab: "code", file: path, line })}`}
      className="font-mono text-xs text-accent-ink underline wrap-anywhere"
    >
      {path}:{line}
    </Link>
  );
}

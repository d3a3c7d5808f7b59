import Pencil from "lucide-react/icons/pencil";
import { Link } from "react-router";
import { Button } from "../../components/ui/button.tsx";

interface EditLinkProps {
  path: string;
  line: number | null;
  look?: "outline" | "quiet";
  words?: string;
}

/** Leads to the file in the code pane, at the line. */
export function EditLink({ path, line, look = "outline", words = "Open" }: EditLinkProps) {
  const query = new URLSearchParams({ tab: "code", file: path, ...(line === null ? {} : { line: String(line) }) });
  return (
    <Button asChild size="sm" look={look}>
      <Link to={`?${query}`} aria-label={`${words} ${path}${line === null ? "" : ` at line ${line}`}`}>
        <Pencil /> {words}
      </Link>
    </Button>
  );
}

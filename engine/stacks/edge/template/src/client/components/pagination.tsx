import { say } from "../../shared/say.ts";
import { Icon } from "./icon.tsx";
import { Button } from "./ui/button.tsx";

interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pagination({ page, pageSize, total, onPage }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  return (
    <nav
      aria-label={say.pages}
      className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3 text-sm text-subtle"
    >
      <p aria-live="polite">{say.rangeOf(Math.min(from, total), Math.min(page * pageSize, total), total)}</p>
      {last > 1 && (
        <div className="flex items-center gap-2">
          <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <Icon name="left" className="size-4" />
            {say.previous}
          </Button>
          <Button size="small" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {say.next}
            <Icon name="right" className="size-4" />
          </Button>
        </div>
      )}
    </nav>
  );
}

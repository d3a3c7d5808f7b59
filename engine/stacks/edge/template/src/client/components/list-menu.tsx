import { useState } from "react";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { may } from "../permissions.ts";
import { Link } from "../routing/links.tsx";
import { Icon } from "./icon.tsx";
import { menuItemLook, Popover } from "./ui/popover.tsx";

/** What can be done with the whole list: take it along, or bring records in. */
export function ListMenu({ model, query, total }: { model: ModelMeta; query: URLSearchParams; total: number }) {
  const [news, setNews] = useState("");
  const download = async (): Promise<void> => {
    setNews(say.exporting);
    try {
      const { exportCsv } = await import("../csv-export.ts");
      setNews(say.exported(await exportCsv(model, query), model));
    } catch (failure) {
      setNews(failure instanceof Error ? failure.message : say.exportFailed);
    }
  };
  return (
    <Popover label={say.more} icon="more" iconOnly>
      <button type="button" disabled={total === 0} className={menuItemLook} onClick={() => void download()}>
        <Icon name="download" className="size-4 text-subtle" />
        {say.exportCsv}
      </button>
      {may(model, "create") && (
        <Link to={`/${model.slug}/import`} className={menuItemLook}>
          <Icon name="upload" className="size-4 text-subtle" />
          {say.importCsv}
        </Link>
      )}
      <p role="status" className="px-3 text-xs text-subtle not-empty:py-2">
        {news}
      </p>
    </Popover>
  );
}

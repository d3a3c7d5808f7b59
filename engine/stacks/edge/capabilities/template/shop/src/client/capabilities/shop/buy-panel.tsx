import type { ApiRecord } from "../../../shared/model.ts";
import { Card } from "../../components/ui/card.tsx";
import { Action } from "./add-to-cart.tsx";
import { formatPrice, priceOf } from "./product.ts";
import { words } from "./words.ts";

/** On the page of a product in an app without public pages. */
export function Panel({ record }: { record: ApiRecord }) {
  return (
    <Card title={words.shop}>
      <div className="flex flex-wrap items-center justify-between gap-4 p-5">
        <p className="text-2xl font-semibold tabular-nums">{formatPrice(priceOf(record))}</p>
        <Action record={record} isLarge />
      </div>
    </Card>
  );
}

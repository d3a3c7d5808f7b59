import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { formatValue } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { shopSettings } from "../../../shared/shop/settings.ts";
import { api } from "../../api.ts";
import { ButtonLink } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { formatPrice } from "./product.ts";
import { words } from "./words.ts";

const orderModel = modelOf(shopSettings.order);
const lineModel = modelOf(shopSettings.line);

interface Placed {
  order: ApiRecord;
  lines: ApiRecord[];
}

export function Component() {
  const id = useParams()["id"] ?? "";
  const [placed, setPlaced] = useState<Placed | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    const query = new URLSearchParams({ [shopSettings.lineOrder]: id, pageSize: "50" });
    Promise.all([api.find(orderModel, id, abort.signal), api.list(lineModel, query, abort.signal)]).then(
      ([order, { items }]) => setPlaced({ order, lines: items }),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.notShown);
      },
    );
    return () => abort.abort();
  }, [id]);

  const total = shopSettings.total === undefined ? undefined : placed?.order[shopSettings.total];
  return (
    <>
      <PageHeader title={words.thanks} description={words.isPlaced} />
      {problem && <p role="alert">{problem}</p>}
      {placed && (
        <Card title={words.order(placed.order._label)}>
          <ul className="divide-y text-sm">
            {placed.lines.map((line) => {
              const quantity = fieldOf(lineModel, shopSettings.quantity);
              const product = shopSettings.lineProduct === undefined ? undefined : line._refs[shopSettings.lineProduct];
              const named = shopSettings.lineName === undefined ? undefined : line[shopSettings.lineName];
              return (
                <li key={line.id} className="flex justify-between gap-4 px-5 py-3">
                  <span className="min-w-0 break-words">{product?.label ?? String(named ?? line._label)}</span>
                  <span className="shrink-0 tabular-nums">
                    {quantity && formatValue(quantity, line[quantity.key])} ×
                    {shopSettings.linePrice !== undefined && ` ${formatPrice(Number(line[shopSettings.linePrice]))}`}
                  </span>
                </li>
              );
            })}
          </ul>
          {typeof total === "number" && (
            <p className="flex justify-between border-t px-5 py-4 font-semibold">
              {words.total} <span className="tabular-nums">{formatPrice(total)}</span>
            </p>
          )}
        </Card>
      )}
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink to={`/${shopSettings.browseSlug}`} variant="primary">
          {words.backToShop}
        </ButtonLink>
        <ButtonLink to={`/${orderModel.slug}/${id}`}>{words.showOrder}</ButtonLink>
      </div>
    </>
  );
}

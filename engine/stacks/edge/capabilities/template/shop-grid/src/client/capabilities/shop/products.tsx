import { useEffect, useState } from "react";
import type { ApiPage, ApiRecord } from "../../../shared/model.ts";
import { shopSettings } from "../../../shared/shop/settings.ts";
import { api } from "../../api.ts";
import { Icon } from "../../components/icon.tsx";
import { Picture } from "../../components/cover.tsx";
import { controlLook } from "../../components/fields/control.ts";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../routing/links.tsx";
import { Action } from "./add-to-cart.tsx";
import { useCart } from "./cart.ts";
import { formatPrice, imageOf, priceOf, productModel } from "./product.ts";
import { words } from "./words.ts";

const pageSize = 24;
const typingPause = 250;

function ProductCard({ product }: { product: ApiRecord }) {
  const text = shopSettings.text === undefined ? "" : String(product[shopSettings.text] ?? "");
  const category = shopSettings.category === undefined ? undefined : product._refs[shopSettings.category]?.label;
  return (
    <li className="flex flex-col overflow-hidden rounded-xl border bg-surface shadow-xs">
      <Picture
        src={imageOf(product) || undefined}
        seed={product.id}
        icon={productModel.icon}
        className="aspect-[16/9] w-full sm:aspect-[4/3]"
      />
      <div className="flex flex-1 flex-col gap-2 p-4">
        {category && <p className="text-xs text-subtle">{category}</p>}
        <h2 className="font-semibold break-words">
          <Link to={`/${productModel.slug}/${product.id}`} className="rounded hover:underline">
            {product._label}
          </Link>
        </h2>
        {text && <p className="line-clamp-2 text-sm text-subtle">{text.replace(/[*_#[\]]/g, "")}</p>}
        <p className="mt-auto pt-2 text-lg font-semibold tabular-nums">{formatPrice(priceOf(product))}</p>
        <Action record={product} />
      </div>
    </li>
  );
}

export function Component() {
  const [query, setQuery] = useState("");
  const [page, setPage] = useState(1);
  const [found, setFound] = useState<ApiPage | null>(null);
  const [problem, setProblem] = useState("");
  const count = useCart().reduce((sum, item) => sum + item.quantity, 0);

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        const asked = new URLSearchParams({ q: query, page: String(page), pageSize: String(pageSize) });
        if (shopSettings.active) asked.set(shopSettings.active.field, shopSettings.active.value);
        api.list(productModel, asked, abort.signal).then(
          (answer) => {
            setFound(answer);
            setProblem("");
          },
          (error: unknown) => {
            if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.notLoaded);
          },
        );
      },
      query === "" ? 0 : typingPause,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, page]);

  const last = found ? Math.max(1, Math.ceil(found.total / found.pageSize)) : 1;
  return (
    <>
      <PageHeader
        title={words.shop}
        actions={
          <ButtonLink to={`/${shopSettings.cartSlug}`}>
            <Icon name="cart" className="size-4" />
            {words.cartWith(count)}
          </ButtonLink>
        }
      />
      <search className="mb-5 block">
        <input
          type="search"
          aria-label={words.search(productModel)}
          placeholder={words.search(productModel)}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPage(1);
          }}
          className={`${controlLook} max-w-md`}
        />
      </search>
      <p role="status" className="sr-only">
        {found && words.found(found.total, productModel, count)}
      </p>
      {problem && (
        <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      {found && found.items.length === 0 && (
        <Card>
          <EmptyState icon={<Icon name="box" />} title={words.noneFound(productModel)} text={words.otherWords} />
        </Card>
      )}
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {found?.items.map((product) => (
          <ProductCard key={product.id} product={product} />
        ))}
      </ul>
      {last > 1 && (
        <nav aria-label={words.pages} className="mt-6 flex items-center justify-center gap-3 text-sm">
          <Button disabled={page <= 1} onClick={() => setPage(page - 1)}>
            {words.previous}
          </Button>
          {words.page(page, last)}
          <Button disabled={page >= last} onClick={() => setPage(page + 1)}>
            {words.next}
          </Button>
        </nav>
      )}
    </>
  );
}

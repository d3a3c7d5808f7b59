import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord, FieldMeta } from "../../../shared/model.ts";
import { shopSettings } from "../../../shared/shop/settings.ts";
import { api, RequestError } from "../../api.ts";
import { FieldInput } from "../../components/fields/field-input.tsx";
import { Icon } from "../../components/icon.tsx";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { type FormValues, formValues } from "../../record-form-state.ts";
import { type CartItem, emptyCart, setQuantity, useCart } from "./cart.ts";
import { formatPrice, priceOf, productModel, stockOf } from "./product.ts";
import { words } from "./words.ts";

type Products = Readonly<Record<string, ApiRecord>>;

/** The products of the cart; what is gone is taken out of it. */
function useProducts(items: readonly CartItem[]): Products | null {
  const [products, setProducts] = useState<Products | null>(null);
  const ids = items.map((item) => item.id).join(",");
  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      const found = await Promise.all(
        ids.split(",").map(async (id) => {
          if (id === "") return null;
          try {
            return await api.find(productModel, id, abort.signal);
          } catch (error) {
            if (error instanceof RequestError && error.status === 404) setQuantity(id, 0);
            return null;
          }
        }),
      );
      if (!abort.signal.aborted)
        setProducts(Object.fromEntries(found.filter((record) => record !== null).map((record) => [record.id, record])));
    };
    void load();
    return () => abort.abort();
  }, [ids]);
  return products;
}

function Lines({ items, products }: { items: readonly CartItem[]; products: Products }) {
  return (
    <ul className="divide-y">
      {items.map(({ id, quantity }) => {
        const product = products[id];
        if (!product) return null;
        const stock = stockOf(product);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4">
            <div className="min-w-0 flex-1 basis-40">
              <p className="font-medium break-words">{product._label}</p>
              <p className="text-sm text-subtle">{words.each(formatPrice(priceOf(product)))}</p>
              {stock !== null && stock < quantity && (
                <p className="text-sm text-danger">{stock <= 0 ? words.soldOut : words.onlyLeft(stock)}</p>
              )}
            </div>
            <div className="flex items-center gap-2">
              <Button size="icon" aria-label={words.fewerOf(product._label)} onClick={() => setQuantity(id, quantity - 1)}>
                −
              </Button>
              <span className="w-8 text-center font-medium tabular-nums">{quantity}</span>
              <Button
                size="icon"
                aria-label={words.moreOf(product._label)}
                disabled={stock !== null && quantity >= stock}
                onClick={() => setQuantity(id, quantity + 1)}
              >
                +
              </Button>
            </div>
            <p className="w-24 text-right font-semibold tabular-nums">{formatPrice(priceOf(product) * quantity)}</p>
            <Button variant="ghost" size="icon" aria-label={words.remove(product._label)} onClick={() => setQuantity(id, 0)}>
              <Icon name="trash" className="size-4" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const fieldsOf = (key: string, keys: readonly string[]): FieldMeta[] =>
  keys.map((field) => fieldOf(modelOf(key), field)).filter((field) => field !== undefined);

const parts: { name: "customer" | "order"; model: string; fields: FieldMeta[] }[] = [
  ...(shopSettings.customer
    ? [
        {
          name: "customer" as const,
          model: shopSettings.customer.model,
          fields: fieldsOf(shopSettings.customer.model, shopSettings.customer.asked),
        },
      ]
    : []),
  { name: "order", model: shopSettings.order, fields: fieldsOf(shopSettings.order, shopSettings.asked) },
];

const none = new URLSearchParams();

function Checkout({ items, total }: { items: readonly CartItem[]; total: number }) {
  const navigate = useNavigate();
  const [values, setValues] = useState<Record<string, FormValues>>(() =>
    Object.fromEntries(parts.map(({ name, model }) => [name, formValues(modelOf(model), null, none)])),
  );
  const [names, setNames] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);

  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);

  const order = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    const given = Object.fromEntries(
      parts.map(({ name, fields }) => [
        name,
        Object.fromEntries(fields.map(({ key }) => [key, values[name]?.[key] ?? ""])),
      ]),
    );
    try {
      const response = await fetch(`/api/${shopSettings.slug}/checkout`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ items, ...given }),
      });
      const body = (await response.json()) as {
        id: string;
        error?: { message: string; fields?: Record<string, string> };
      };
      if (body.error) {
        setAttempts((count) => count + 1);
        setProblem(body.error.message);
        setErrors(body.error.fields ?? {});
        setSending(false);
        return;
      }
      await navigate(`/${shopSettings.cartSlug}/done/${body.id}`, { replace: true });
      emptyCart();
    } catch {
      setSending(false);
      setProblem(words.notSent);
    }
  };
  return (
    <Card title={words.checkout}>
      <form ref={form} noValidate onSubmit={(event) => void order(event)} className="space-y-5 p-5">
        {problem && (
          <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger">
            {problem}
          </p>
        )}
        {parts.map(({ name, fields }) =>
          fields.map((field) => (
            <FieldInput
              key={`${name}-${field.key}`}
              field={{ ...field, key: `${name}-${field.key}` }}
              value={values[name]?.[field.key] ?? ""}
              onChange={(value) =>
                setValues((current) => ({ ...current, [name]: { ...current[name], [field.key]: value } }))
              }
              error={errors[`${name}.${field.key}`]}
              referenceLabel={names[`${name}.${field.key}`] ?? ""}
              onReference={(label) => setNames((current) => ({ ...current, [`${name}.${field.key}`]: label }))}
            />
          )),
        )}
        <div className="flex items-baseline justify-between border-t pt-4">
          <span className="font-medium">{words.total}</span>
          <span className="text-2xl font-semibold tabular-nums">{formatPrice(total)}</span>
        </div>
        <Button type="submit" variant="primary" disabled={isSending} className="w-full">
          {words.placeOrder}
        </Button>
        <p className="text-xs text-subtle">{words.notPaidHere}</p>
      </form>
    </Card>
  );
}

export function Component() {
  const items = useCart();
  const products = useProducts(items);
  const total = items.reduce(
    (sum, { id, quantity }) => sum + (products?.[id] ? priceOf(products[id]) * quantity : 0),
    0,
  );
  const shopPath = `/${shopSettings.browseSlug}`;
  return (
    <>
      <PageHeader title={words.cart} back={{ to: shopPath, label: words.shop }} />
      {items.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Icon name="cart" />}
            title={words.isEmpty}
            text={words.waitsHere}
            action={
              <ButtonLink to={shopPath} variant="primary">
                {words.toShop}
              </ButtonLink>
            }
          />
        </Card>
      ) : (
        products && (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <Card title={words.yourProducts}>
              <Lines items={items} products={products} />
            </Card>
            <Checkout items={items} total={total} />
          </div>
        )
      )}
    </>
  );
}

// Product grid, cart and checkout without payment. The order and its lines are records like any other; stock goes down
// with the order. Which field plays which part is found by type and name, and written as settings.
import type { ResolvedApp, ResolvedField } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal } from "../../shared/source-text.ts";
import { siteOf } from "../looks/emit-look.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { fieldOfType, modelNamed, numberField, referenceTo, textField } from "./fields.ts";

const refuse = (why: string): Refusal => ({ note: `Shop: left out, since ${why}.` });

export function contributeShop(
  app: ResolvedApp,
  capability: Extract<PrdCapability, { kind: "shop" }>,
): Contribution | Refusal {
  const product = modelNamed(app, capability.products);
  const order = modelNamed(app, capability.orders);
  const line = modelNamed(app, capability.lines);
  if (!product || !order || !line) return refuse("one of its models does not exist");
  if (new Set([product, order, line]).size < 3) return refuse("products, orders and lines have to be different models");
  const price = numberField(product, /^(price|cost|fee|rate|amount)$/);
  if (!price) return refuse(`${product.label} has no price`);
  const lineOrder = referenceTo(line, order);
  if (!lineOrder) return refuse(`${line.label} does not belong to ${order.label}`);
  const quantity = numberField(line, /^(quantity|qty|count|amount|units?)$/);
  if (!quantity) return refuse(`${line.label} has no quantity`);
  const lineProduct = referenceTo(line, product);
  const linePrice = numberField(line, /^(price|cost)$/);
  const lineName = textField(line, /^(name|title|description|product|item)$/);
  const filledLine = new Set([lineOrder, quantity, lineProduct, linePrice, lineName].map((field) => field?.key));
  const open = line.fields.find((field) => field.required && field.default === undefined && !filledLine.has(field.key));
  if (open) return refuse(`${line.label} needs "${open.label}", which a cart does not know`);
  if (line.fields.some((field) => field.unique && filledLine.has(field.key)))
    return refuse(`${line.label} allows each value once only`);

  const number = order.fields.find(
    (field) =>
      field.type === "text" && /number|reference|code|^ref$|^no$/i.test(field.key) && field.reference === undefined,
  );
  const total = numberField(order, /^(total|amount|sum|price)$/);
  const date = order.fields.find(
    (field) => ["date", "dateTime"].includes(field.type) && /order|date|placed|created|purchas/i.test(field.key),
  );
  const customer = order.fields
    .filter((field) => field.reference && field.reference.model !== product.key && field.reference.model !== order.key)
    .map((field) => ({ field, model: app.models.find(({ key }) => key === field.reference?.model) }))
    .find(({ model }) => model?.fields.some((field) => field.type === "email"));
  const derived = new Set([number, total, date, customer?.field].map((field) => field?.key));
  const isAsked = (field: ResolvedField): boolean =>
    !derived.has(field.key) &&
    ((field.required && field.default === undefined) ||
      (["text", "longText", "phone", "email"].includes(field.type) &&
        /address|note|comment|phone|email|city|post|zip|name/i.test(field.key)));
  const customerAsked = (field: ResolvedField): boolean =>
    (field.required && field.default === undefined) || ["email", "phone"].includes(field.type);
  const stock = numberField(product, /^(stock|quantity|inventory|hand)$/);
  const hidden = product.fields.find(
    (field) => field.type === "enum" && field.values?.some(({ value }) => /^active$/i.test(value)),
  );
  const slug = freeSlug(app, "shop");
  // A site shows its products on a page of theirs already, below a front page that says what the shop is.
  const isOnSite = siteOf(app)?.collections.some(({ model }) => model === product.key) === true;
  const isHome = capability.home === true && !isOnSite;
  const grid = { path: slug, title: "Shop", icon: "cart", module: "shop/products.tsx" };
  const settings = {
    slug,
    browseSlug: isOnSite ? product.slug : slug,
    cartSlug: freeSlug(app, "cart"),
    product: product.key,
    price: price.key,
    stock: stock?.type === "integer" ? stock.key : undefined,
    image: fieldOfType(product, "image")?.key,
    text: fieldOfType(product, "longText", "richText")?.key,
    active: hidden && { field: hidden.key, value: hidden.values?.find(({ value }) => /^active$/i.test(value))?.value },
    category: product.fields.find((field) => field.reference && /categor|type|collection|section/i.test(field.key))
      ?.key,
    order: order.key,
    number: number?.key,
    total: total?.key,
    date: date?.key,
    asked: order.fields.filter(isAsked).map(({ key }) => key),
    customer: customer?.model && {
      model: customer.model.key,
      field: customer.field.key,
      email: fieldOfType(customer.model, "email")?.key,
      asked: customer.model.fields.filter(customerAsked).map(({ key }) => key),
    },
    line: line.key,
    lineOrder: lineOrder.key,
    lineProduct: lineProduct?.key,
    lineName: lineName?.key,
    linePrice: linePrice?.key,
    quantity: quantity.key,
  };
  return {
    folders: isOnSite ? ["shop"] : ["shop", "shop-grid"],
    ...(isOnSite
      ? { actions: [{ id: "buy", models: [product.key], module: "shop/add-to-cart.tsx" }] }
      : { panels: [{ id: "buy", models: [product.key], module: "shop/buy-panel.tsx" }] }),
    pages: [
      ...(isOnSite ? [] : [{ ...grid, ...(isHome && { isHome: true }) }]),
      ...(isHome ? [{ ...grid, isHidden: true }] : []),
      {
        path: settings.cartSlug,
        title: "Cart",
        icon: "receipt",
        module: "shop/cart-page.tsx",
        mark: "shop/cart-count.tsx",
      },
      {
        path: `${settings.cartSlug}/done/:id`,
        title: "Order placed",
        icon: "check",
        module: "shop/confirmation.tsx",
        isHidden: true,
      },
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "shop.ts",
        name: "shop",
        summaries: { "POST /checkout": "Order what is in the cart" },
      },
    ],
    files: new Map([
      [
        "src/shared/shop/settings.ts",
        `// Which models and fields play which part in the shop.\nimport type { ShopSettings } from "./shop-settings.ts";\n\nexport const shopSettings: ShopSettings = ${literal(settings, "", 44)};\n`,
      ],
    ]),
  };
}

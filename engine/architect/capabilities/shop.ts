// A shop that sells: product grid, cart, and checkout without payment.
import type { PrdField, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { quote } from "../sanitise.ts";
import type { CapabilityContext, Recogniser } from "./capability.ts";
import { personSide } from "../person-sides.ts";
import { bookingName } from "./booking.ts";
import { findSense } from "./senses.ts";
import { singular } from "../words.ts";

/** What a shop does behind the counter sells nothing. */
const backOffice = [
  "manage",
  "management",
  "track",
  "repair",
  "shift",
  "inventory",
  "warehouse",
  "stock movement",
  "stock level",
  "stock control",
  "stock take",
  "stocktake",
  "stock count",
  "reorder",
];
const elsewhere = [
  "repair shop",
  "print shop",
  "barber shop",
  "body shop",
  "machine shop",
  "tattoo shop",
  "betting shop",
  "work order",
];
const wares = ["product", "item", "good", "customer", "order", "online", "price", "catalog", "catalogue"];

const shopping = [
  {
    any: [
      "cart",
      "shopping cart",
      "checkout",
      "basket",
      "add to cart",
      "online shop",
      "online store",
      "web shop",
      "webshop",
      "e commerce",
      "ecommerce",
      "storefront",
      "place an order",
      "order online",
      "buy online",
      "sell online",
      "merch shop",
      "merch store",
      "merchandise shop",
      "order box",
      "order produce",
      "order meal",
      "order food",
      "order cake",
      "order flower",
      "pre order",
      "preorder",
    ],
  },
  { any: ["sell", "buy"], with: wares, without: elsewhere },
  // "My hardware store" is a place; "a store with products" is what is built.
  { any: ["shop", "store"], with: wares, without: [...elsewhere, ...backOffice] },
];

const isNumber = (field: PrdField): boolean => ["integer", "decimal", "money"].includes(field.type);
const isPriced = (model: PrdModel): boolean =>
  model.fields.some((field) => isNumber(field) && /\bprice\b/i.test(field.name));
const isWritten =
  /order|(cart|basket|line|auction) item|^item$|line|quote|payment|invoice|booking|cart|coupon|promotion|concert|tour date/i;

/** What is sold: a product by name, else whatever has a price and is no paper about a sale. */
function findProducts(models: readonly PrdModel[]): PrdModel | undefined {
  const priced = models.filter((model) => isPriced(model) && !isWritten.test(model.name));
  return (
    priced.find((model) => /product|good|merch/i.test(model.name)) ??
    priced.find((model) => /^menu item$|dish|meal/i.test(model.name)) ??
    priced[0]
  );
}

const plain = { required: false, unique: false };
const price: PrdField = { name: "price", type: "money", required: true, unique: false, min: 0 };

/** Who sells and buys, and where, is not for sale. */
const notForSale =
  /\b(order|item|line|quote|payment|invoice|booking|cart|coupon|promotion|customer|client|user|visitor|guest|reader|person|people|member|seller|buyer|vendor|supplier|categor|tag|review|comment|store|shop|branch|location|staff|employee|message|article|post|page|parent|child|student|teacher|song|concert|tour date|sale|shift|visit|loan|donation|appointment|reservation|attendance|movement|request|task|schedule|deliver|shipment)/i;

const newProduct: PrdModel = {
  name: "Product",
  plural: "Products",
  description: "Something for sale.",
  fields: [
    { name: "name", type: "text", required: true, unique: false },
    { name: "description", type: "longText", ...plain },
    price,
    { name: "image", type: "image", ...plain },
    { name: "stock quantity", type: "integer", ...plain, min: 0, default: 10 },
  ],
};

const image: PrdField = { name: "image", type: "image", ...plain };

interface Goods {
  readonly model: PrdModel;
  readonly models: readonly PrdModel[];
  readonly fields: readonly { model: string; field: PrdField }[];
  readonly replaces?: ReadonlyMap<string, string>;
}

/** As clauses have it: lower case, singular, hyphens as spaces. */
const inClause = (name: string): string => name.toLowerCase().split(/[ -]/).map(singular).join(" ");
const isSpokenOf = ({ clauses }: CapabilityContext, name: string): boolean =>
  clauses.some(({ text }) => text.includes(` ${inClause(name)} `));

/** "A shop for vintage lamps": the lamps are its products, so a general model of products says nothing more. */
function findNamedGoods(context: CapabilityContext, products: PrdModel): Goods | null {
  const isCalled = ["product", "produce", "merch", "merchandise", "good"].some((name) => isSpokenOf(context, name));
  if (!/^products?$/i.test(products.name) || isCalled) return null;
  const [named, ...others] = context.models.filter(
    (model) => !notForSale.test(model.name) && model !== products && isSpokenOf(context, model.name),
  );
  if (named === undefined || others.length > 0) return null;
  // "Tea and teapots" are two things; only the whole of what is sold can stand for the products.
  const words = inClause(named.name);
  if (context.clauses.some(({ text }) => text.includes(` and ${words} `) || text.includes(` ${words} and `)))
    return null;
  const wanted = [
    ...(isPriced(named) ? [] : [price]),
    ...(named.fields.some(({ type }) => type === "image") ? [] : [image]),
  ];
  return {
    model: named,
    models: [],
    fields: wanted.map((field) => ({ model: named.name, field })),
    replaces: new Map([[products.name, named.name]]),
  };
}

/** What is sold: what has a price; else the first thing that can have one, which gets it; else products. */
function findGoods(context: CapabilityContext): Goods | null {
  const { models } = context;
  const isMerch = ["merch", "merchandise"].some((name) => isSpokenOf(context, name));
  const found = findProducts(models);
  // What a band sells beside its music is none of its other things.
  const priced = isMerch && found !== undefined && !/product|good|merch/i.test(found.name) ? undefined : found;
  if (isMerch && priced === undefined && models.length <= 37)
    return { model: newProduct, models: [newProduct], fields: [] };
  if (priced !== undefined) return findNamedGoods(context, priced) ?? { model: priced, models: [], fields: [] };
  // A cart for rooms or courts is a way of booking them.
  if (models.some((model) => bookingName.test(model.name))) return null;
  const likely = models.filter(
    (model) => !notForSale.test(model.name) && personSide(model.name) === null && model.fields.length < 60,
  );
  const sold = likely.find((model) => /product|good|merch|design/i.test(model.name)) ?? likely[0];
  if (sold !== undefined) {
    const wanted = sold.fields.some(({ type }) => type === "image") ? [price] : [price, image];
    return { model: sold, models: [], fields: wanted.map((field) => ({ model: sold.name, field })) };
  }
  return models.some((model) => /^products?$/i.test(model.name)) || models.length > 37
    ? null
    : { model: newProduct, models: [newProduct], fields: [] };
}

const orderFields: PrdField[] = [
  { name: "order number", type: "text", required: true, unique: true },
  { name: "customer name", type: "text", required: true, unique: false },
  { name: "email", type: "email", required: true, unique: false },
  { name: "shipping address", type: "longText", ...plain },
  { name: "order date", type: "dateTime", ...plain },
  { name: "total amount", type: "money", ...plain },
  {
    name: "status",
    type: "enum",
    ...plain,
    values: ["Pending", "Paid", "Shipped", "Delivered", "Cancelled"],
    default: "Pending",
  },
];

const lineFields: PrdField[] = [
  { name: "product name", type: "text", required: true, unique: false },
  { name: "quantity", type: "integer", required: true, unique: false, min: 1, default: 1 },
  { name: "unit price", type: "money", ...plain },
];

interface Papers {
  orders: PrdModel;
  lines: PrdModel;
  models: PrdModel[];
  relationships: PrdRelationship[];
}

/** The order and its lines: those of the plan, or new ones beside it. */
function findPapers({ models, relationships }: CapabilityContext, products: PrdModel): Papers | null {
  const added: Papers["models"] = [];
  const links: PrdRelationship[] = [];
  const known = models.find(
    (model) => model !== products && /^(order|purchase|sales order|customer order)$/i.test(model.name),
  );
  const orders: PrdModel = known ?? {
    name: "Order",
    plural: "Orders",
    description: "What someone bought.",
    fields: orderFields,
  };
  if (!known) added.push(orders);
  const belongs = (to: string, from: string): boolean =>
    relationships.some((relation) => relation.from === from && relation.to === to && relation.kind === "one-to-many");
  const knownLine = models.find(
    (model) =>
      model !== products &&
      model !== orders &&
      belongs(model.name, orders.name) &&
      model.fields.some((field) => isNumber(field) && /quantity|qty/i.test(field.name)),
  );
  const free = !models.some((model) => /^order (item|line)$/i.test(model.name));
  if (!knownLine && !free) return null;
  const lines: PrdModel = knownLine ?? {
    name: "Order Item",
    plural: "Order Items",
    description: "One line of an order.",
    fields: lineFields,
  };
  if (!knownLine) {
    added.push(lines);
    links.push({ from: orders.name, to: lines.name, kind: "one-to-many", name: "order", required: true });
    links.push({ from: products.name, to: lines.name, kind: "one-to-many", name: products.name.toLowerCase() });
  }
  return { orders, lines, models: added, relationships: links };
}

export const recogniseShop: Recogniser = (context) => {
  const clause = findSense(context.clauses, shopping);
  const goods = clause === null ? null : findGoods(context);
  if (clause === null || goods === null) return [];
  const products = goods.model;
  const papers = findPapers(context, products);
  // Rooms and tables are booked, not put into a cart.
  if (!/product|good|merch/i.test(products.name) && context.models.some((model) => bookingName.test(model.name)))
    return [];
  if (papers === null || context.models.length + papers.models.length > 40) return [];
  const many = (products.plural ?? `${products.name}s`).toLowerCase();
  return [
    {
      capability: {
        kind: "shop",
        products: products.name,
        orders: papers.orders.name,
        lines: papers.lines.name,
        ...(clause.first && { home: true }),
      },
      decision: {
        question: "How is something bought?",
        choice: `From a grid of ${many} into a cart; the checkout writes ${papers.orders.name.toLowerCase()} and lines, and takes from stock. No payment is made`,
        reason: `the prompt speaks of selling: ${quote(clause.original, 100)}`,
      },
      pages: [
        {
          path: "/shop",
          title: "Shop",
          purpose: `Browse and search ${many}, add to the cart.`,
          components: ["Search", "Product cards", "Cart button"],
        },
        {
          path: "/cart",
          title: "Cart",
          purpose: "Change quantities and place the order.",
          components: ["Lines", "Checkout form", "Total"],
        },
        { path: "/cart/done/:id", title: "Order placed", purpose: "What was ordered.", components: ["Confirmation"] },
      ],
      endpoints: [
        {
          method: "POST",
          path: "/api/shop/checkout",
          purpose: "Place an order: reads prices, takes from stock, writes the order and its lines.",
        },
      ],
      task: "Shop: product grid, cart, checkout without payment, tests",
      answers: ["cart", "checkout", "basket", "buy", "sell", "shop", "store"],
      models: [...goods.models, ...papers.models],
      fields: goods.fields,
      ...(goods.replaces && { replaces: goods.replaces }),
      relationships: papers.relationships,
    },
  ];
};

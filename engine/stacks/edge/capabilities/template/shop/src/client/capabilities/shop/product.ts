import { currency, locale } from "../../../shared/app.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { shopSettings } from "../../../shared/shop/settings.ts";

export const productModel = modelOf(shopSettings.product);

const amount = new Intl.NumberFormat(locale, { style: "currency", currency });
export const formatPrice = (value: number): string => amount.format(value);

export const priceOf = (product: ApiRecord): number => Number(product[shopSettings.price] ?? 0);

/** How many there are; null when nobody counts. */
export function stockOf(product: ApiRecord): number | null {
  const value = shopSettings.stock === undefined ? null : product[shopSettings.stock];
  return typeof value === "number" ? value : null;
}

export const imageOf = (product: ApiRecord): string =>
  shopSettings.image === undefined ? "" : String(product[shopSettings.image] ?? "");

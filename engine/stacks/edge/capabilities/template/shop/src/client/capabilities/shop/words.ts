import { inSentence } from "../../../shared/in-sentence.ts";
import { part } from "../../../shared/say.ts";

interface Named {
  readonly pluralLabel: string;
}

/** What the shop says. */
export const words = part("shop", {
  shop: "Shop",
  cart: "Cart",
  cartWith: (count: number) => `Cart (${count})`,
  inCart: (count: number) => `${count} in the cart`,
  add: "Add to cart",
  addMore: (count: number) => `Add to cart (${count})`,
  addThis: (label: string) => `: ${label}`,
  soldOut: "Sold out",
  onlyLeft: (count: number) => `Only ${count} left`,
  each: (price: string) => `${price} each`,
  fewerOf: (label: string) => `Fewer of ${label}`,
  moreOf: (label: string) => `More of ${label}`,
  remove: (label: string) => `Remove ${label}`,
  checkout: "Checkout",
  total: "Total",
  placeOrder: "Place order",
  notPaidHere: "Nothing is paid here. You settle the payment with us afterwards.",
  notSent: "The order could not be sent. Check your connection and try again.",
  isEmpty: "The cart is empty",
  waitsHere: "What you add in the shop waits here.",
  toShop: "Go to the shop",
  backToShop: "Back to the shop",
  yourProducts: "Your products",
  search: (model: Named) => `Search ${inSentence(model.pluralLabel)}`,
  found: (count: number, model: Named, inCart: number) =>
    `${count} ${inSentence(model.pluralLabel)} found, ${inCart} in the cart.`,
  noneFound: (model: Named) => `No ${inSentence(model.pluralLabel)} found`,
  otherWords: "Try other words.",
  pages: "Pages",
  previous: "Previous",
  next: "Next",
  page: (at: number, last: number) => `Page ${at} of ${last}`,
  notLoaded: "Loading failed.",
  thanks: "Thank you!",
  isPlaced: "Your order has been placed. Nothing has been paid yet.",
  order: (label: string) => `Order ${label}`,
  showOrder: "Show the order",
  notShown: "The order could not be shown.",
});

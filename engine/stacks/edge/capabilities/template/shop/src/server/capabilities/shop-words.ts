import { formatCount } from "../../shared/locale.ts";
import { part } from "../../shared/say.ts";

export const words = part("server-shop", {
  emptyCart: "The cart is empty.",
  tooMany: (most: number) => `Order at most ${formatCount(most)} different products at a time.`,
  notForSale: "A product of the cart is not for sale any more. Remove it and try again.",
  left: (count: number, name: string) =>
    count === 0 ? `${name} is sold out.` : `Only ${formatCount(count)} of ${name} left.`,
  sendOrder: "Send items, order and customer.",
});

import type { ApiRecord } from "../../../shared/model.ts";
import { shopSettings } from "../../../shared/shop/settings.ts";
import { Icon } from "../../components/icon.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { addToCart, useCart } from "./cart.ts";
import { stockOf } from "./product.ts";
import { words } from "./words.ts";

const few = 5;

/** The button of a product, with how many are left; on the product's own page also the way to the cart. */
export function Action({ record, isLarge = false }: { record: ApiRecord; isLarge?: boolean }) {
  const inCart = useCart().find((item) => item.id === record.id)?.quantity ?? 0;
  const stock = stockOf(record);
  const left =
    stock !== null && stock <= 0 ? (
      <Badge tone="danger">{words.soldOut}</Badge>
    ) : (
      stock !== null && stock <= few && <Badge tone="warning">{words.onlyLeft(stock)}</Badge>
    );
  return (
    <div className={isLarge ? "flex flex-wrap items-center gap-3" : "space-y-2"}>
      {left && <p>{left}</p>}
      <Button
        variant="primary"
        disabled={stock !== null && stock <= inCart}
        onClick={() => addToCart(record.id)}
        className={isLarge ? undefined : "w-full"}
      >
        <Icon name="plus" className="size-4" />
        {inCart > 0 ? words.addMore(inCart) : words.add}
        <span className="sr-only">{words.addThis(record._label)}</span>
      </Button>
      {isLarge && inCart > 0 && (
        <ButtonLink to={`/${shopSettings.cartSlug}`}>
          <Icon name="cart" className="size-4" />
          {words.inCart(inCart)}
        </ButtonLink>
      )}
    </div>
  );
}

import { useCart } from "./cart.ts";

/** How many things are in the cart, beside its name in the menu. */
export function Mark() {
  const count = useCart().reduce((sum, { quantity }) => sum + quantity, 0);
  if (count === 0) return null;
  return (
    <span className="ml-1.5 rounded-full bg-primary px-1.5 py-0.5 text-xs font-semibold text-on-primary tabular-nums">
      {count}
    </span>
  );
}

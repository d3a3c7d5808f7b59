// What is in the cart: ids and quantities, kept in this browser. Names and prices always come from the API.
import { useSyncExternalStore } from "react";
import { readStored, store } from "../stored.ts";

export interface CartItem {
  readonly id: string;
  readonly quantity: number;
}

const key = "cart";
let items: readonly CartItem[] = readStored<readonly CartItem[]>(key, []);
const listeners = new Set<() => void>();

function change(next: readonly CartItem[]): void {
  items = next;
  store(key, next);
  for (const listener of listeners) listener();
}

export const setQuantity = (id: string, quantity: number): void => {
  if (quantity <= 0) return change(items.filter((item) => item.id !== id));
  const isKnown = items.some((item) => item.id === id);
  change(isKnown ? items.map((item) => (item.id === id ? { id, quantity } : item)) : [...items, { id, quantity }]);
};

export const addToCart = (id: string): void =>
  setQuantity(id, (items.find((item) => item.id === id)?.quantity ?? 0) + 1);

export const emptyCart = (): void => change([]);

export const useCart = (): readonly CartItem[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => items,
  );

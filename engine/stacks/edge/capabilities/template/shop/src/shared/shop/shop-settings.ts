/** Keys of models and fields; a part that no field plays is left out. */
export interface ShopSettings {
  readonly slug: string;
  /** Of the page where products are looked through. */
  readonly browseSlug: string;
  readonly cartSlug: string;
  readonly product: string;
  readonly price: string;
  readonly stock?: string;
  readonly image?: string;
  readonly text?: string;
  /** Only products with this value are for sale. */
  readonly active?: { readonly field: string; readonly value: string };
  readonly category?: string;
  readonly order: string;
  readonly number?: string;
  readonly total?: string;
  readonly date?: string;
  /** Fields of the order that the checkout asks for. */
  readonly asked: readonly string[];
  readonly customer?: {
    readonly model: string;
    /** The order's reference to the customer. */
    readonly field: string;
    readonly email: string;
    readonly asked: readonly string[];
  };
  readonly line: string;
  readonly lineOrder: string;
  readonly lineProduct?: string;
  readonly lineName?: string;
  readonly linePrice?: string;
  readonly quantity: string;
}

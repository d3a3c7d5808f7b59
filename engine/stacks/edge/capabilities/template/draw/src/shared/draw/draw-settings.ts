/** Keys of models and fields; a part that no field plays is left out. */
export interface DrawSettings {
  readonly model: string;
  /** How likely each is, against the others. */
  readonly weight?: string;
  /** How many are left; without any it is not drawn. */
  readonly stock?: string;
  readonly results?: {
    readonly model: string;
    readonly prize: string;
    /** Whether `prize` is a reference, or a text. */
    readonly byId: boolean;
    readonly winner?: string;
    readonly at?: { readonly key: string; readonly isDay: boolean };
  };
}

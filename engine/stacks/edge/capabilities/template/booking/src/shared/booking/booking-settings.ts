/** Keys of models and fields; a part that no field plays is left out. */
export interface BookingSettings {
  readonly slug: string;
  readonly model: string;
  readonly start: string;
  readonly end?: string;
  /** From when until when times of a day are offered: minutes after midnight, where people look. */
  readonly opens: number;
  readonly closes: number;
  /** Days instead of times of a day. */
  readonly wholeDays: boolean;
  /** The last day is the day of leaving: someone else may arrive on it. */
  readonly nights: boolean;
  /** The reference to what is booked; without it there is one calendar for all. */
  readonly resource?: string;
  readonly duration?: { readonly field: string; readonly minutes: number };
  /** The booked service says how long it takes. */
  readonly service?: {
    readonly field: string;
    readonly model: string;
    readonly duration: string;
    readonly minutes: number;
  };
  /** Bookings with one of these values take no time. */
  readonly status?: { readonly field: string; readonly free: readonly string[] };
}

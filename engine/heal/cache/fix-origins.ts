/** Who made the change that a fix was learned from. */
export const fixOrigins = ["rule", "model", "person"] as const;
export type FixOrigin = (typeof fixOrigins)[number];

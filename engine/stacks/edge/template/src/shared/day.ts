/** The current day, as dates are stored: "2026-03-14". */
export const today = (): string => new Date().toISOString().slice(0, 10);

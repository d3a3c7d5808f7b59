import { part } from "../../../shared/say.ts";

export const words = part("live", {
  liveUpdated: (at: string) => `Live, updated ${at}`,
});

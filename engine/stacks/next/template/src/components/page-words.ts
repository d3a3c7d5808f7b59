import { part } from "../shared/say.ts";

/** What only the pages of this project say; everything else is in src/shared/messages. */
export const words = part("pages-of-next", {
  toStart: "Go to the start",
});

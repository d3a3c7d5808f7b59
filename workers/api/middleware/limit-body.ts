import { bodyLimit } from "hono/body-limit";
import { ApiError } from "../errors.ts";

/** Refuses a longer body before it is read, or where its length is not announced, while it is. */
export function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError("PAYLOAD_TOO_LARGE", `The body may have at most ${Math.floor(maxSize / 1024)} KB.`);
    },
  });
}

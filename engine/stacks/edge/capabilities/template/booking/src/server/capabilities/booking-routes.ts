// GET /?from=&to=&resource= → { taken: [{ id, start, end }] }; times are ISO 8601, at most 100 days.
import { Hono } from "hono";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { unlimited } from "../permissions.ts";
import { findTaken } from "./booking.ts";
import { words } from "./booking-words.ts";

const longest = 100 * 86_400_000;

export const bookingRoutes = new Hono<AppEnv>().get("/", async (context) => {
  const { from = "", to = "", resource = "" } = context.req.query();
  const span = { start: Date.parse(from), end: Date.parse(to) };
  if (!(span.end > span.start) || span.end - span.start > longest)
    throw new ApiError("VALIDATION_ERROR", words.sendSpan);
  // When something is taken is no secret; what it is stays with those who may read it.
  const taken = await findTaken(unlimited(connect(context)), span, resource === "" ? null : resource, null);
  return context.json({
    taken: taken.map(({ id, start, end }) => ({
      id,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
    })),
  });
});

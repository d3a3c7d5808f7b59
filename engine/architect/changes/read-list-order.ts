// "Sort the lessons by date", "show the newest posts first".
import { readOrder } from "../read-order.ts";
import { plural } from "../words.ts";
import type { ChangeReader } from "./change.ts";
import { findModel } from "./named-parts.ts";

const ordering = /^(?:sort|order|rank|arrange)\s+(?<what>.+?)\s+by\s+(?:the |their )?(?<by>[\p{L} -]+)$/iu;

export const readListOrder: ChangeReader = (sentence, prd) => {
  const wishes = readOrder(sentence, prd.models);
  if (wishes.length > 0) return { steps: wishes.map((wish) => ({ kind: "set-order", ...wish })) };
  const told = ordering.exec(sentence)?.groups;
  const model = told && findModel(prd, told["what"] ?? "");
  if (!told || !model || / or /.test(told["by"] ?? "")) return null;
  return { refusal: `${plural(model.name.toLowerCase())} have no "${told["by"]}" that a list could be ordered by` };
};

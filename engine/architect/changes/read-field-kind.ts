// "Make the e-mail required", "change the status of orders to Open, Done", "price should be a number", "show visits as a calendar".
import type { FieldType, ListViewId, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { enumValuesFor } from "../enum-values.ts";
import { typeWords } from "../read-fields.ts";
import { plural } from "../words.ts";
import type { Change, ChangeReader } from "./change.ts";
import { bareName, findField, findModel } from "./named-parts.ts";

const states =
  /^(?:(?:make|mark|set|change|let)\s+)?(?<what>.+?)\s+(?:(?:should|must|has to|have to|needs? to|is|are|to|as)\s+)*(?:be\s+)?(?<state>required|mandatory|compulsory|obligatory|optional|not required|unique)$/i;

/** "Make the name unique for dogs". */
const ofModel = /^(?<before>.+?)\s+(?<state>required|mandatory|optional|unique)\s+(?:for|in|on|of)\s+(?<model>.+)$/i;

export const readFieldState: ChangeReader = (sentence, prd) => {
  const told = states.exec(sentence.replace(ofModel, "$<before> of $<model> $<state>"))?.groups;
  const found = told && findField(prd, told["what"] ?? "");
  if (!told || !found) return null;
  const state = (told["state"] ?? "").toLowerCase();
  const field: PrdField =
    state === "unique"
      ? { ...found.field, unique: true }
      : { ...found.field, required: state !== "optional" && state !== "not required" };
  if (field.required === found.field.required && field.unique === found.field.unique)
    return { refusal: `"${field.name}" of ${plural(found.model.name.toLowerCase())} is so already` };
  return put(found.model, field);
};

const put = (model: PrdModel, field: PrdField): Change => ({
  steps: [{ kind: "put-field", model: model.name, field }],
});

const kinds =
  /^(?:change|set|turn|make|replace)\s+(?<what>.+?)\s+(?:to|into|with|by)\s+(?<to>.+)$|^(?<subject>.+?)\s+(?:should|must) be (?:one of )?(?<be>.+)$/i;

export const readFieldKind: ChangeReader = (sentence, prd) => {
  const told = kinds.exec(sentence)?.groups;
  const found = told && findField(prd, told["what"] ?? told["subject"] ?? "");
  if (!told || !found) return null;
  const said = (told["to"] ?? told["be"] ?? "").replaceAll(/["“”]/g, "").trim();
  const to = said.replace(
    /^(?:an? )?(?:drop-?down|select|choice|list)(?: list| box)?(?: of| with| between|:)? (?:the )?(?:options |choices |values )?/i,
    "",
  );
  const type = typeWords[to.toLowerCase().replace(/^(?:an?|the) /, "")];
  if (type === found.field.type)
    return { refusal: `"${found.field.name}" of ${plural(found.model.name.toLowerCase())} is so already` };
  if (type !== undefined) return put(found.model, ofType(found.model, found.field, type));
  const values = to
    .split(/\s*[,/]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/)
    .map((value) => value.trim())
    .filter(Boolean);
  const isChoice = values.length > 1 && values.every((value) => value.split(" ").length <= 3);
  const isText = found.field.type === "enum" || found.field.type === "text";
  if (!isChoice || !isText) return null;
  const written = [...new Set(values.map((value) => `${value.charAt(0).toUpperCase()}${value.slice(1)}`))].slice(0, 50);
  return put(found.model, { ...found.field, type: "enum", values: written, default: written[0] ?? null });
};

function ofType(model: PrdModel, { name, required, unique, label, formerly }: PrdField, type: FieldType): PrdField {
  const kept = { name, required, unique, ...(label && { label }), ...(formerly && { formerly }) };
  if (type === "enum") return { ...kept, type, values: [...enumValuesFor(model.name, name)] };
  return { ...kept, type, ...(type === "boolean" && { default: false }) };
}

const viewing =
  /^(?:make|show|display|turn|view|present|list|see|(?:i|we) (?:want|need|would like)(?: to see)?)\s+(?<what>.+?)\s+(?:(?:in|into|as|on|with|be|like)\s+)?(?:to be\s+)?(?:an?|the)?\s*(?<view>calendar|kan ?ban(?: board)?|board|(?:photo |picture )?gallery|cards?|grid|table)(?: view)?$|^(?:add|include|show|(?:i|we) (?:want|need|would like))\s+(?:an?|the)\s+(?<plain>calendar|kan ?ban(?: board)?|board|gallery|table)(?: view)?\s+(?:of|for|with|to)\s+(?<of>.+)$/i;

export const readListView: ChangeReader = (sentence, prd) => {
  const told = viewing.exec(sentence)?.groups;
  const model = told && findModel(prd, told["what"] ?? told["of"] ?? "");
  if (!told || !model) return null;
  const word = (told["view"] ?? told["plain"] ?? "").toLowerCase();
  const view: ListViewId = /board|ban/.test(word)
    ? "board"
    : /gallery/.test(word)
      ? "gallery"
      : /card|grid/.test(word)
        ? "cards"
        : word === "calendar"
          ? "calendar"
          : "table";
  const needs = missing(model, view);
  if (needs !== null)
    return { refusal: `${plural(model.name.toLowerCase())} have no ${needs}, which a ${bareName(word)} goes by` };
  return { steps: [{ kind: "set-view", model: model.name, view }] };
};

function missing({ fields }: PrdModel, view: ListViewId): string | null {
  const has = (...types: FieldType[]): boolean => fields.some(({ type }) => types.includes(type));
  if (view === "calendar") return has("date", "dateTime") ? null : "date";
  if (view === "board") return has("enum") ? null : "list of choices";
  return view === "gallery" && !has("image") ? "picture" : null;
}

// Slips of a model that leave no doubt of what was meant, put right instead of refused. Pure; takes anything.
import { longestTitle } from "#engine/prd/schema.ts";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const mapList = (value: unknown, change: (item: Json) => Json): unknown =>
  Array.isArray(value) ? value.map((item) => (isObject(item) ? change(item) : item)) : value;

/** Lists that a plan may leave empty. */
const lists = [
  "pages",
  "relationships",
  "endpoints",
  "roles",
  "integrations",
  "assumptions",
  "outOfScope",
  "risks",
  "openQuestions",
  "tasks",
];

/** The input of submit_plan. */
export function tidyPlan(input: unknown): unknown {
  if (!isObject(input)) return input;
  const plan = typeof input["plan"] === "string" ? parse(input["plan"]) : input["plan"];
  if (!isObject(plan)) return input;
  const empty = Object.fromEntries(lists.filter((key) => plan[key] == null).map((key) => [key, []]));
  return {
    ...input,
    decisions: input["decisions"] ?? [],
    plan: {
      ...withoutNulls(plan),
      ...empty,
      pages: mapList(plan["pages"] ?? [], (page) => ({ purpose: "", components: [], ...page })),
      models: mapList(plan["models"], (model) => ({
        ...withoutNulls(model),
        fields: mapList(model["fields"], tidyField),
      })),
      tasks: mapList(plan["tasks"] ?? [], tidyTask),
    },
  };
}

/** A field is optional and may repeat unless it says otherwise. */
function tidyField(field: Json): Json {
  return { required: false, unique: false, ...withoutNulls(field) };
}

/** What does not fit into a title begins the details. */
function tidyTask(task: Json): Json {
  const { title, details } = task;
  const clean = { dependsOn: [], ...withoutNulls(task) };
  if (typeof title !== "string" || title.length <= longestTitle) return clean;
  const cut = title.slice(0, longestTitle - 1).replace(/\s+\S*$/, "");
  return {
    ...clean,
    title: `${cut}…`,
    details: [title, details].filter((text) => typeof text === "string").join("\n\n"),
  };
}

/** Models write null for what they leave out. */
function withoutNulls(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

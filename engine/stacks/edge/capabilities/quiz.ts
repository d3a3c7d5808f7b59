// Play a quiz whose questions are records: answers are checked by the API, results are stored when there is a model.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal, sqlName, sqlText } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed, numberField } from "./fields.ts";
import { type QuizExample, quizExamples } from "./quiz-examples.ts";

const refuse = (why: string): Refusal => ({ note: `Quiz: left out, since ${why}.` });

const isText = (field: ResolvedField): boolean => ["text", "longText", "richText"].includes(field.type);
const named = (field: ResolvedField, pattern: RegExp): boolean => pattern.test(words(field.key).join(" "));

interface Parts {
  text: ResolvedField;
  choices: ResolvedField[];
  lines: ResolvedField | undefined;
  answer: ResolvedField;
}

function findParts(model: ResolvedModel): Parts | undefined {
  const answer =
    model.fields.find((field) => isText(field) && named(field, /\b(correct|right|solution)\b/)) ??
    model.fields.find(
      (field) =>
        ["text", "longText", "enum"].includes(field.type) &&
        named(field, /^(correct )?(answer|option|choice|correct)$/),
    );
  const choices = model.fields.filter(
    (field) =>
      isText(field) &&
      field !== answer &&
      named(field, /^(option|choice|answer)( [a-h0-9]| one| two| three| four)$|^(wrong|incorrect)\b/),
  );
  const lines = model.fields.find(
    (field) => isText(field) && field !== answer && named(field, /^(answer )?(options|choices|answers)$/),
  );
  const text =
    model.fields.find(
      (field) =>
        isText(field) &&
        field !== answer &&
        field !== lines &&
        !choices.includes(field) &&
        named(field, /\b(question|text|prompt|title|body)\b/),
    ) ?? model.fields.find((field) => isText(field) && model.titleFields.includes(field.key) && field !== answer);
  return answer && text && { text, choices: choices.length > 1 ? choices : [], lines, answer };
}

/** Where a result can be stored: it has a score, and asks for nothing else that a game does not know. */
function findResult(app: ResolvedApp, question: ResolvedModel, group: ResolvedModel | undefined) {
  for (const model of app.models) {
    if (model === question || model === group) continue;
    const score = numberField(model, /^(score|points|result)$/);
    if (!score || score.unique) continue;
    const most = model.fields.find(
      (field) => field !== score && numbers(field) && named(field, /\b(max|total|out of|possible)\b/),
    );
    const name = model.fields.find(
      (field) => field.type === "text" && !field.unique && named(field, /\b(name|player|user|participant)\b/),
    );
    const reference = group && model.fields.find((field) => field.reference?.model === group.key && !field.unique);
    const known = [score, most, name, reference];
    const open = model.fields.find((field) => field.required && field.default === undefined && !known.includes(field));
    if (!open) return { model: model.key, score: score.key, most: most?.key, name: name?.key, group: reference?.key };
  }
  return undefined;
}

const numbers = (field: ResolvedField): boolean => ["integer", "decimal"].includes(field.type);

export function contributeQuiz(
  app: ResolvedApp,
  capability: Extract<PrdCapability, { kind: "quiz" }>,
): Contribution | Refusal {
  const model = modelNamed(app, capability.questions);
  if (!model) return refuse(`there is no model "${capability.questions}"`);
  const parts = findParts(model);
  if (!parts) return refuse(`${model.label} has no question and right answer as text`);
  const groupField = model.fields.find(
    (field) =>
      field.reference &&
      field.reference.model !== model.key &&
      /quiz|test|exam|contest|topic|categor|deck|course|subject|set/i.test(
        app.models.find(({ key }) => key === field.reference?.model)?.label ?? "",
      ),
  );
  const group = app.models.find(({ key }) => key === groupField?.reference?.model);
  const slug = freeSlug(app, "play");
  const settings = {
    slug,
    model: model.key,
    text: parts.text.key,
    choices: parts.choices.map(({ key }) => key),
    lines: parts.lines?.key,
    answer: parts.answer.key,
    points: numberField(model, /^(points|marks|weight)$/)?.key,
    group: groupField && group && { field: groupField.key, model: group.key },
    result: findResult(app, model, group),
  };
  return {
    folders: ["quiz"],
    pages: [
      {
        path: slug,
        title: "Play quiz",
        icon: "star",
        module: "quiz/play.tsx",
        ...(capability.home === true && { isHome: true }),
      },
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "quiz.ts",
        name: "quiz",
        summaries: {
          "GET /": "Read the questions, without their answers",
          "POST /score": "Hand in answers, and learn the score",
        },
      },
    ],
    seed: seedOf(model, parts, quizExamples(`${app.prd.name} ${app.prd.summary}`)),
    files: new Map([
      [
        "src/shared/quiz/settings.ts",
        `// Which model holds the questions, and which of its fields play which part.\nimport type { QuizSettings } from "./quiz-settings.ts";\n\nexport const quizSettings: QuizSettings = ${literal(settings, "", 42)};\n`,
      ],
    ]),
  };
}

/** The example rows get real questions, the newest first. */
function seedOf(
  model: ResolvedModel,
  { text, choices, lines, answer }: Parts,
  examples: readonly QuizExample[],
): string[] {
  if (answer.type === "enum") return [];
  const kind = model.fields.find((field) => field.type === "enum" && named(field, /\b(type|kind)\b/));
  const single = kind?.values?.find(({ value }) => /single|choice/i.test(value))?.value;
  return examples.map((example, at) => {
    const set: [ResolvedField | undefined, string | undefined][] = [
      [text, example.text],
      [answer, example.answer],
      [lines, example.options.join("\n")],
      [kind, single],
      // "Wrong answers" beside the right one.
      ...choices.map((field, place): [ResolvedField, string | undefined] => {
        const options =
          choices.length < 4 ? example.options.filter((option) => option !== example.answer) : example.options;
        return [field, options[place] ?? ""];
      }),
    ];
    const values = set.flatMap(([field, value]) =>
      field && value !== undefined ? [`${sqlName(field.column)} = ${sqlText(value)}`] : [],
    );
    const row = `SELECT "id" FROM ${sqlName(model.table)} ORDER BY "created_at" DESC, "id" LIMIT 1 OFFSET ${at}`;
    return `UPDATE OR IGNORE ${sqlName(model.table)} SET ${values.join(", ")} WHERE "id" = (${row});`;
  });
}

// GET /?group=    → { questions } without their answers
// POST /score     { answers: { id: text }, name, group } → QuizScore; stored when the app has a model for results
import { and, asc, eq, inArray } from "drizzle-orm";
import { Hono } from "hono";
import { z } from "zod";
import { modelOf } from "../../shared/lookup.ts";
import { isRightAnswer, optionsOf, rightAnswer } from "../../shared/quiz/answers.ts";
import type { QuizQuestion, QuizScore } from "../../shared/quiz/quiz-settings.ts";
import { quizSettings as settings } from "../../shared/quiz/settings.ts";
import { schemas } from "../../shared/schemas.ts";
import { connect, type Db } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { unlimited } from "../permissions.ts";
import { tableOf } from "../resource/labels.ts";
import { columnOf, isLive, type Row } from "../resource/table.ts";
import { createRecord } from "../resource/write.ts";
import { words } from "./quiz-words.ts";

const mostQuestions = 50;

const scoreSchema = z.object({
  answers: z
    .record(z.string().max(100), z.string().max(2_000))
    .refine((answers) => Object.keys(answers).length > 0 && Object.keys(answers).length <= mostQuestions),
  name: z.string().trim().max(80).default(""),
  group: z.string().max(100).default(""),
});

/** Every question counts, also one whose points were left out. */
const worth = (row: Row): number => Math.max(1, Number(settings.points ? (row[settings.points] ?? 1) : 1));

async function keep(db: Db, score: number, most: number, name: string, group: string): Promise<void> {
  const { result } = settings;
  const schema = result && schemas[result.model];
  if (!result || !schema) return;
  const model = modelOf(result.model);
  await createRecord(
    unlimited(db),
    { model, table: tableOf(model), schema },
    {
      [result.score]: score,
      ...(result.most && { [result.most]: most }),
      ...(result.name && { [result.name]: name || "Anonymous" }),
      ...(result.group && { [result.group]: group || null }),
    },
  );
}

export const quiz = new Hono<AppEnv>()
  .get("/", async (context) => {
    const table = tableOf(modelOf(settings.model));
    const group = context.req.query("group") ?? "";
    // Players see the questions without their answers, also when they may not read the records.
    const rows = (await connect(context)
      .select()
      .from(table)
      .where(
        and(isLive(table), settings.group && group !== "" ? eq(columnOf(table, settings.group.field), group) : undefined),
      )
      .orderBy(asc(table.createdAt), asc(table.id))
      .limit(mostQuestions)) as Row[];
    const questions: QuizQuestion[] = rows.map((row) => ({
      id: row.id,
      text: String(row[settings.text] ?? ""),
      options: optionsOf(settings, row),
    }));
    return context.json({ questions });
  })
  .post("/score", async (context) => {
    const parsed = scoreSchema.safeParse(await context.req.json().catch(() => undefined));
    if (!parsed.success) throw new ApiError("VALIDATION_ERROR", words.sendAnswers(mostQuestions));
    const { answers, name, group } = parsed.data;
    const db = connect(context);
    const table = tableOf(modelOf(settings.model));
    const rows = (await db
      .select()
      .from(table)
      .where(and(isLive(table), inArray(table.id, Object.keys(answers))))
      .orderBy(asc(table.createdAt), asc(table.id))) as Row[];
    if (rows.length === 0) throw new ApiError("NOT_FOUND_ERROR", words.missing);
    const results = rows.map((row) => {
      const given = answers[row.id] ?? "";
      return {
        id: row.id,
        text: String(row[settings.text] ?? ""),
        given,
        right: rightAnswer(settings, row),
        isRight: isRightAnswer(settings, row, given),
      };
    });
    const most = rows.reduce((sum, row) => sum + worth(row), 0);
    const score = rows.reduce((sum, row, at) => sum + (results[at]?.isRight ? worth(row) : 0), 0);
    await keep(db, score, most, name, group).catch((error: unknown) => {
      // Bounds of the model may not fit a score; the player still sees it.
      if (!(error instanceof ApiError)) throw error;
    });
    return context.json({ score, most, results } satisfies QuizScore);
  });

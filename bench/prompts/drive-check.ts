import { classifyCheck, type Intent } from "./classify-check.ts";
import { driveBooking, drivePurchase } from "./drive-buying.ts";
import { driveColours } from "./drive-colours.ts";
import { driveContent, driveOpenRecord } from "./drive-content.ts";
import type { Driver } from "./drive-context.ts";
import { driveCalculate, driveGame, driveQuiz } from "./drive-doing.ts";
import type { DrivenApp } from "./driven-app.ts";
import { driveCompare, driveFilter, driveSearch } from "./drive-finding.ts";
import { driveNavigation, driveResponsive } from "./drive-navigation.ts";
import { driveChart, driveExport, driveLive, driveReport } from "./drive-output.ts";
import { driveChat, driveContact, driveRegister, driveSignIn, driveSignOut } from "./drive-people.ts";
import { driveReaction } from "./drive-reactions.ts";
import { driveCreate, driveDelete, driveEdit, driveInvalidForm, driveUpload } from "./drive-records.ts";
import type { Survey } from "./survey.ts";
import { topicWords } from "./topic-words.ts";
import { failed, notDrivable, type Outcome, type UiCheck } from "./ui-check.ts";

const drivers: Readonly<Record<Intent, Driver>> = {
  colours: driveColours,
  responsive: driveResponsive,
  subjective: () => Promise.resolve(notDrivable("it takes a person's eye or hand")),
  navigation: driveNavigation,
  "invalid-form": driveInvalidForm,
  "sign-out": driveSignOut,
  "sign-in": driveSignIn,
  register: driveRegister,
  chat: driveChat,
  contact: driveContact,
  compare: driveCompare,
  upload: driveUpload,
  export: driveExport,
  report: driveReport,
  chart: driveChart,
  live: driveLive,
  delete: driveDelete,
  filter: driveFilter,
  search: driveSearch,
  quiz: driveQuiz,
  game: driveGame,
  calculate: driveCalculate,
  booking: driveBooking,
  purchase: drivePurchase,
  react: driveReaction,
  edit: driveEdit,
  create: driveCreate,
  "open-record": driveOpenRecord,
  content: driveContent,
};

const longestCheckMs = 60_000;

/** Never throws: a step that finds nothing to act on is a failure of the app, with the step as its reason. */
export async function driveCheck(
  app: DrivenApp,
  survey: Survey,
  check: UiCheck,
): Promise<Outcome & { intent: Intent }> {
  const intent = classifyCheck(check);
  const topic = topicWords(check.task);
  const expected = topicWords(check.expected_result).filter((word) => !topic.includes(word));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve(failed(`not done within ${longestCheckMs / 1_000} s`)), longestCheckMs);
  });
  const driven = drivers[intent]({ app, survey, check, topic, expected }).catch((error: unknown) =>
    failed(
      `the step could not be done: ${(error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200)}`,
    ),
  );
  const outcome = await Promise.race([driven, tooLong]);
  clearTimeout(timer);
  return { ...outcome, intent };
}

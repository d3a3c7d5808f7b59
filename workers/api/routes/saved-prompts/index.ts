import { createSavedPrompt } from "./create.ts";
import { deleteSavedPrompt } from "./delete.ts";
import { listSavedPrompts } from "./list.ts";
import { suggestForPrompt } from "./suggest.ts";
import { updateSavedPrompt } from "./update.ts";

export const savedPromptOperations = [
  listSavedPrompts,
  createSavedPrompt,
  updateSavedPrompt,
  deleteSavedPrompt,
  suggestForPrompt,
];

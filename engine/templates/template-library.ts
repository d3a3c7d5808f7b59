// All templates as they are shown: by category, with what each asks for. The prompt's own code stays behind.
import { templateColours } from "./colours.ts";
import { templateCategories } from "./template.ts";
import { templatesByCategory } from "./templates.ts";

export const templateLibrary = {
  categories: templateCategories.map(({ id, title }) => ({ id, title })),
  colours: templateColours.map(({ name, value }) => ({ name, value })),
  items: templateCategories.flatMap(({ id: category }) =>
    templatesByCategory[category].map(({ id, title, purpose, prompt, variables, models }) => ({
      id,
      title,
      category,
      purpose,
      prompt,
      variables: variables.map(({ choices, ...variable }) => ({
        ...variable,
        ...(choices && { choices: [...choices] }),
      })),
      models: [...models],
    })),
  ),
};

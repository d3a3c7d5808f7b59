// A template: a prompt of ours with places that its user fills in. Data only; `templates.ts` lists all of them.
export const templateCategories = [
  { id: "work", title: "Work and projects" },
  { id: "customers", title: "Customers and bookings" },
  { id: "stock", title: "Stock and shops" },
  { id: "people", title: "Clubs and communities" },
  { id: "learning", title: "School and learning" },
  { id: "home", title: "Home and everyday life" },
  { id: "sites", title: "Public sites" },
] as const;
export type TemplateCategory = (typeof templateCategories)[number]["id"];

export interface TemplateVariable {
  /** As it stands in the prompt: `{{name}}`. */
  readonly name: string;
  readonly label: string;
  /** `colour`: a name that the architect knows as a colour. */
  readonly kind: "text" | "colour" | "choice";
  readonly preset: string;
  /** Of a `choice`: what may be chosen. */
  readonly choices?: readonly string[];
}

export interface Template {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  readonly prompt: string;
  readonly variables: readonly TemplateVariable[];
  /** What the app keeps, as the offline architect reads the prompt: a test holds both together. */
  readonly models: readonly string[];
}

export const named = (label: string, preset: string): TemplateVariable => ({
  name: "name",
  label,
  kind: "text",
  preset,
});
export const coloured = (preset: string): TemplateVariable => ({
  name: "colour",
  label: "Colour",
  kind: "colour",
  preset,
});

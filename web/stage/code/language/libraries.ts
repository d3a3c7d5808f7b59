// The language's own declarations (lib.*.d.ts), as the compiler of generated apps has them.
const texts = import.meta.glob<string>("../../../../node_modules/typescript-language/lib/lib.*.d.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** `/lib.dom.d.ts` → its text. */
export const libraries: ReadonlyMap<string, string> = new Map(
  Object.entries(texts).map(([path, text]) => [`/${path.split("/").at(-1) ?? path}`, text]),
);

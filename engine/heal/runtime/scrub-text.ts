// What a running app says of its faults, without what people typed or who they are: only words of code and of the platform
// stay. Done in the page as well; here, because a page may say anything.

const eMail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const query = /([\w)/])[?#][\w%=&.+~[\]-]*=[^\s"'`)]*/g;
/** Telephone, card and account numbers, in groups or not. */
const longNumber = /(?<![\w.])\+?\d(?:[\s().-]?\d){4,}(?![\w])/g;
const token = /\b(?=[\w-]*\d)[\w-]{20,}\b/g;
const data = /\{[^{}]*\}|\[[^[\]\s][^[\]]*,[^[\]]*\]/g;
const quoted = /(["'`])((?:(?!\1).)*)(?:\1|$)/g;
/** One word that code could have: a name, a path, a tag. */
const codeWord = /^[\w$.#/:@<>[\]-]{1,60}$/;

/** One line of at most `longest` characters. */
export function scrubText(text: string, longest = 300): string {
  return (
    text
      .slice(0, 4_000)
      .replaceAll(/\s+/g, " ")
      .replaceAll(/[“”„«»]/g, '"')
      // A word's own apostrophe opens nothing.
      .replaceAll(/(?<=\w)'(?=\w)/g, "’")
      .replaceAll(eMail, "<e-mail>")
      .replaceAll(query, "$1")
      .replaceAll(quoted, (_, mark: string, inner: string) => `${mark}${codeWord.test(inner) ? inner : "…"}${mark}`)
      .replaceAll(data, "{…}")
      .replaceAll(token, "<id>")
      .replaceAll(longNumber, "<number>")
      .trim()
      .slice(0, longest)
      .toWellFormed()
  );
}

const frame =
  /^\s*(?:at (?:async )?(?<name>[\w$.<>#[\] ]{1,80}) \(|at |(?<other>[\w$.<>/]{0,80})@)(?<place>[^\s()]+:\d+:\d+)\)?$/;

/** The frames of a stack, each "at name (path:line:column)" without its host; nothing else of it. */
export function scrubStack(stack: string, most = 8): string[] {
  return stack
    .slice(0, 8_000)
    .split("\n")
    .flatMap((line) => {
      const groups = frame.exec(line)?.groups;
      if (groups === undefined) return [];
      const place = (groups["place"] ?? "").replace(/^(?:\w+:)?\/\/[^/]*/, "").replace(/[?#][^:]*/, "");
      if (place.length > 200 || eMail.test(place)) return [];
      const name = (groups["name"] ?? groups["other"] ?? "").trim();
      return [name === "" ? `at ${place}` : `at ${name} (${place})`];
    })
    .slice(0, most);
}

// A style sheet imports another one that is not there, while one beside it is a slip away.
import { replace } from "../edits/edit.ts";
import { joinSpecifier } from "../syntax/module-paths.ts";
import { nearestName } from "./nearest-name.ts";
import type { Rule } from "./rule.ts";

const imported = /@import\s+["'](?<specifier>\.{1,2}\/[^"']+\.css)["']/g;

export const wrongStylePath: Rule = {
  name: "wrong-style-path",
  leaves: ["runtime/import", "configuration/missing-file", "runtime/file-not-found", "syntax/parse"],
  propose: ({ error: { message, excerpt }, tree }) => {
    if (!/\.css/.test(`${message}\n${excerpt}`)) return null;
    for (const [path, text] of tree) {
      if (!path.endsWith(".css")) continue;
      for (const { 0: said, index, groups } of text.matchAll(imported)) {
        const specifier = groups?.["specifier"] ?? "";
        const asked = joinSpecifier(path, specifier);
        if (asked === null || tree.has(asked)) continue;
        const folder = asked.slice(0, asked.lastIndexOf("/") + 1);
        const beside = [...tree.keys()].filter(
          (each) => each.startsWith(folder) && each.endsWith(".css") && each !== path,
        );
        const name = nearestName(
          asked.slice(folder.length),
          beside.map((each) => each.slice(folder.length)),
        );
        if (name === null) return null;
        const from = index + said.indexOf(specifier);
        const better = specifier.slice(0, specifier.lastIndexOf("/") + 1) + name;
        return {
          edits: [replace(path, text, from, from + specifier.length, better)],
          explanation: `${path} imports ${specifier}, which does not exist; the file is ${better}.`,
        };
      }
    }
    return null;
  },
};

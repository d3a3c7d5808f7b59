/** Whether a robots.txt (RFC 9309) lets `agent` read `path`: the longest rule that fits decides, and allows on a tie. */
export function mayRead(robots: string, agent: string, path: string): boolean {
  const rules = rulesFor(robots, agent.toLowerCase());
  let best = { length: -1, allows: true };
  for (const { pattern, allows } of rules) {
    if (!matches(pattern, path)) continue;
    if (pattern.length > best.length || (pattern.length === best.length && allows))
      best = { length: pattern.length, allows };
  }
  return best.allows;
}

interface Rule {
  readonly pattern: string;
  readonly allows: boolean;
}

/** Those of the group that names the agent; without one, those for everybody. */
function rulesFor(robots: string, agent: string): Rule[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let isOpen = false;
  for (const line of robots.split(/\r?\n/)) {
    const [, field = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const text = value.trim();
    if (/^user-agent$/i.test(field)) {
      if (!isOpen) groups.push({ agents: [], rules: [] });
      isOpen = true;
      groups.at(-1)?.agents.push(text.toLowerCase());
    } else if (/^(dis)?allow$/i.test(field)) {
      isOpen = false;
      if (text !== "") groups.at(-1)?.rules.push({ pattern: text, allows: /^allow$/i.test(field) });
    }
  }
  const named = groups.filter(({ agents }) => agents.some((name) => name !== "*" && agent.startsWith(name)));
  const meant = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes("*"));
  return meant.flatMap(({ rules }) => rules);
}

function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith("$");
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split("*");
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}

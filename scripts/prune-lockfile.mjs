// node scripts/prune-lockfile.mjs [FILE…]: after `npm install` has changed a lockfile.
// npm lists a package's optional builds for every platform, also those that the registry in use does not carry; they get
// no entry of their own, and `npm ci` then calls the lockfile incomplete. This drops the names without an entry.
import { readFileSync, writeFileSync } from "node:fs";

const files = process.argv.length > 2 ? process.argv.slice(2) : ["package-lock.json"];

for (const file of files) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  let dropped = 0;
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (isLocked(lock.packages, path, name)) continue;
      delete entry.optionalDependencies[name];
      dropped += 1;
    }
    if (entry.optionalDependencies && Object.keys(entry.optionalDependencies).length === 0)
      delete entry.optionalDependencies;
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${file}: ${dropped} names without an entry dropped.`);
}

/** As Node resolves: nested below the package, then below each of its parents. */
function isLocked(packages, path, name) {
  const segments = path === "" ? [] : path.split(/(?:^|\/)node_modules\//).slice(1);
  for (let depth = segments.length; depth >= 0; depth -= 1) {
    const folder = [...segments.slice(0, depth), name].map((segment) => `node_modules/${segment}`).join("/");
    if (packages[folder]) return true;
  }
  return false;
}

import { expect, it } from "vitest";
import { template as access } from "./access/template.generated.ts";
import { template as capabilities } from "./capabilities/template.generated.ts";
import { template as looks } from "./looks/template.generated.ts";
import { template as edge } from "./template.generated.ts";

it("keeps zod and the schemas on the server, since they weigh as much as all the pages' own code", () => {
  const files = Object.entries({ ...edge, ...access, ...capabilities, ...looks });
  const importing = files.filter(
    ([path, text]) => /(?:^|\/)src\/client\//.test(path) && /from "(?:zod|[^"]*\/schemas\.ts)"/.test(text),
  );
  expect(importing.map(([path]) => path)).toEqual([]);
});

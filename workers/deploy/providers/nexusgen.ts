// The platform's own hosting. A version is asked beside the one that is live, with the environment's records and
// variables, and goes live when it answers: then nobody sees one that does not. Going back is the same, and as quick.
import { variables, type Env } from "../../env.ts";
import { signPreviewUrl } from "../../preview/access.ts";
import { probeApp } from "../probe-app.ts";
import type { DeployProvider } from "../provider.ts";

export function hostHere(env: Env): DeployProvider {
  return {
    async ship({ project, environment, version }, { log }) {
      log("info", `Starting version ${version.number} beside what is live, with the records of ${environment}.`);
      const target = { projectId: project.id, label: project.hostLabel, environment };
      return { url: await signPreviewUrl(variables(env), target), externalId: null };
    },
    check: ({ project, environment, version, variablesId }) =>
      probeApp(env, { projectId: project.id, environment, revision: version.artefactSha, variablesId }),
    restore: null,
  };
}

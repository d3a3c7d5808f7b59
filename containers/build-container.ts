// The builder in production: one container per affinity name, each with its own disk and dependency store.
import { Container } from "@cloudflare/containers";

export interface BuildContainerEnv {
  BUILDER_SECRET: string;
  /** Address of the package registry. With it nothing else can be reached; without it the image's npm decides. */
  BUILDER_REGISTRY?: string;
}

/** The port the image listens on; see builder/Dockerfile. */
const builderPort = 8788;
/** Where the platform puts the certificate it signs intercepted connections with. */
const interceptionCertificate = "/etc/cloudflare/certs/cloudflare-containers-ca.crt";

export class BuildContainer extends Container<BuildContainerEnv> {
  override defaultPort = builderPort;
  override requiredPorts = [builderPort];
  /** As long as a finished build keeps its artefact, so that it is still there when it is asked for. */
  override sleepAfter = "10m";
  override pingEndpoint = "builder/health";

  constructor(ctx: ConstructorParameters<typeof Container>[0], env: BuildContainerEnv) {
    super(ctx, env);
    this.envVars = { BUILDER_SECRET: env.BUILDER_SECRET };
    if (env.BUILDER_REGISTRY === undefined) return;
    this.envVars["npm_config_registry"] = env.BUILDER_REGISTRY;
    this.envVars["NODE_EXTRA_CA_CERTS"] = interceptionCertificate;
    this.enableInternet = false;
    this.interceptHttps = true;
    this.allowedHosts = [new URL(env.BUILDER_REGISTRY).host];
  }
}

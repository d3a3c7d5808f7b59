import { cancelDeployment } from "./cancel.ts";
import { listDeployments } from "./list.ts";
import { readDeployment } from "./read.ts";
import { showBadge } from "./show-badge.ts";
import { startDeployment } from "./start.ts";

export const deploymentOperations = [listDeployments, startDeployment, readDeployment, cancelDeployment, showBadge];

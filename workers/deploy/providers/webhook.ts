// A receiver of the user's own: told what to deploy, with links to the code, by a signed POST. It answers with the address
// at once, or calls back within the time that a deployment may take. Why an address and not a script: what stands behind
// it (a home server, a company's pipeline) is nobody's business here.
import type { ReceiverReport } from "#protocol/deployments.ts";
import { findHostProblem } from "../../network/host-rule.ts";
import { checkAddress } from "../check-address.ts";
import { ShipRefusal, type DeployProvider, type Shipment, type Shipped, type ShipTools } from "../provider.ts";
import { waitUntil } from "../wait-until.ts";
import { sendMessage, type Receiver } from "../webhook/send-message.ts";

export interface ReceiverLinks {
  /** Zip files of the version, for an hour. */
  archives(shipment: Shipment): Promise<Readonly<Record<string, string>>>;
  /** Where the receiver says what became of the deployment. */
  callback(deploymentId: string): Promise<string>;
  /** What it has said there; null until then. */
  reported(deploymentId: string): Promise<ReceiverReport | null>;
}

/** A receiver may say that it is live a little early. */
const patientTries = 10;

export function deployToWebhook(receiver: Receiver, links: ReceiverLinks): DeployProvider {
  const about = ({ deploymentId, environment, project, version }: Shipment) => {
    const { id, name, slug, stack } = project;
    return {
      deploymentId,
      environment,
      project: { id, name, slug, stack },
      version: { id: version.id, number: version.number, message: version.message },
    };
  };
  const told = async (shipment: Shipment, more: Readonly<Record<string, unknown>>) => {
    return {
      ...about(shipment),
      variables: shipment.variables,
      archives: await links.archives(shipment),
      ...more,
    };
  };
  /** What it does with that is its business, and that it cannot be told holds nothing up. */
  const tellOfEnd = async (shipment: Shipment, log: ShipTools["log"]): Promise<void> => {
    const message = { id: `msg_end_${shipment.deploymentId}`, type: "deployment.cancelled", data: about(shipment) };
    await sendMessage({ ...receiver, pauses: [] }, message).catch(() =>
      log("warn", `${hostOf(receiver.url)} could not be told that nobody waits for it any more.`),
    );
  };
  const deliver = async (shipment: Shipment, tools: ShipTools): Promise<Shipped> => {
    const { deploymentId } = shipment;
    // A second try of the job finds what the first one's message has led to.
    const known = await links.reported(deploymentId);
    if (known !== null) return follow(receiver, links, known, shipment, tools);
    const callbackUrl = await links.callback(deploymentId);
    const data = await told(shipment, { callbackUrl });
    tools.log("info", `Telling ${hostOf(receiver.url)} what to deploy.`);
    const message = { id: `msg_${deploymentId}`, type: "deployment.requested", data };
    const answer = await sendMessage(receiver, message, tools.signal);
    const { status = answer?.url === undefined ? ("building" as const) : ("ready" as const) } = answer ?? {};
    return follow(receiver, links, { ...answer, status }, shipment, tools);
  };
  return {
    async ship(shipment, tools) {
      try {
        return await deliver(shipment, tools);
      } catch (error) {
        // Cancelled, or too late: it may be at work on it.
        if (tools.signal.aborted) await tellOfEnd(shipment, tools.log);
        throw error;
      }
    },
    check: (_shipment, { url }, { signal }) => checkAddress(url, signal, { redirect: "manual", tries: patientTries }),
    async restore(earlier, shipment, { signal }) {
      const data = await told(shipment, { restore: { url: earlier.url, id: earlier.externalId } });
      const message = { id: `msg_${crypto.randomUUID()}`, type: "deployment.restore_requested", data };
      const answer = await sendMessage(receiver, message, signal);
      if (answer?.status === "failed")
        throw new ShipRefusal(`The receiver could not go back: ${answer.error ?? "no reason given"}`);
    },
  };
}

/** Until it is ready or has failed; what it says on the way is passed on. */
async function follow(
  { url: own, hosts }: Receiver,
  links: ReceiverLinks,
  first: ReceiverReport,
  { deploymentId }: Shipment,
  { signal, log, enter }: ShipTools,
): Promise<Shipped> {
  let report = first;
  if (!isFinal(report)) {
    log("info", `${hostOf(own)} has taken it, and calls back when it is live.`);
    let shown: ReceiverReport["status"] | null = null;
    report = await waitUntil(
      async () => {
        const now = (await links.reported(deploymentId)) ?? first;
        if (now.status !== shown && (now.status === "building" || now.status === "deploying")) await enter(now.status);
        shown = now.status;
        return now;
      },
      isFinal,
      signal,
    );
  }
  if (report.status === "failed")
    throw new ShipRefusal(`The receiver could not deploy it: ${report.error ?? "no reason given"}`);
  if (report.url === undefined) throw new ShipRefusal("The receiver did not say at which address it is (“url”).");
  const problem = findHostProblem(URL.parse(report.url), hosts);
  if (problem !== null) throw new ShipRefusal(`The receiver named the address ${report.url}: ${problem}`);
  return { url: report.url, externalId: report.id ?? null };
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

const isFinal = ({ status }: ReceiverReport): boolean => status === "ready" || status === "failed";

// Tries an account as soon as it is given: who the provider says it belongs to.
import { z } from "zod";
import { newId } from "#db/ids.ts";
import type { ConnectionId } from "#protocol/deploy-targets.ts";
import type { Env } from "../env.ts";
import { openGitHub } from "../github/open-github.ts";
import { explainRefusal, PushRefusal } from "../github/push-failure.ts";
import { callProvider } from "./call-provider.ts";
import { explainCloudflare, noSubdomain, openCloudflare, orNull } from "./cloudflare/open-cloudflare.ts";
import { providerApi } from "./open-provider.ts";
import { ShipRefusal } from "./provider.ts";
import { openRegistry } from "./registry/open-registry.ts";
import { registryAccount } from "./registry/registry-account.ts";
import { openReceiver } from "./webhook/open-receiver.ts";
import { sendMessage } from "./webhook/send-message.ts";

export interface GivenAccount {
  secret: string;
  account: Readonly<Record<string, string>>;
}

type Greet = (env: Env, given: GivenAccount) => Promise<string | null>;

const greetings: Record<ConnectionId, Greet> = {
  async cloudflare({ NEXUSGEN_CLOUDFLARE_URL: url }, { secret: token, account }) {
    const client = openCloudflare({ url, token });
    const account_id = account["accountId"] ?? "";
    try {
      // What deploying needs: its Workers, its databases, an address.
      await client.d1.database.list({ account_id, per_page: 1 });
      const found = await orNull(client.workers.subdomains.get({ account_id }));
      if (found?.subdomain) return `${found.subdomain}.workers.dev`;
    } catch (error) {
      throw explainCloudflare(error);
    }
    throw new ShipRefusal(noSubdomain);
  },
  async vercel(env, { secret, account }) {
    const schema = z.object({ user: z.object({ username: z.string() }) });
    const query = { teamId: account["teamId"] };
    const answer = await callProvider(providerApi(env, "vercel", secret), schema, { path: "/v2/user", query });
    if (!answer) throw new ShipRefusal("Vercel does not know this team.");
    return answer.user.username;
  },
  async netlify(env, { secret }) {
    const schema = z.object({ email: z.string().nullish(), full_name: z.string().nullish() });
    const answer = await callProvider(providerApi(env, "netlify", secret), schema, { path: "/api/v1/user" });
    return answer?.full_name ?? answer?.email ?? null;
  },
  async registry(env, given) {
    const account = registryAccount(env, given);
    await openRegistry(account).ping();
    return `${account.user} at ${URL.parse(account.url)?.host}`;
  },
  async webhook(env, given) {
    const message = { id: newId("message"), type: "connection.tested", data: {} };
    await sendMessage({ ...openReceiver(env, given), pauses: [] }, message);
    return URL.parse(given.account["url"] ?? "")?.host ?? null;
  },
  async github(env, { secret }) {
    try {
      return (await openGitHub(env, secret).rest.users.getAuthenticated()).data.login;
    } catch (error) {
      const reason = explainRefusal(error);
      throw reason instanceof PushRefusal ? new ShipRefusal(reason.message) : reason;
    }
  },
};

/** Null where the provider has no name for its account. Throws a ShipRefusal with what is wrong. */
export function greet(env: Env, provider: ConnectionId, given: GivenAccount): Promise<string | null> {
  return greetings[provider](env, given);
}

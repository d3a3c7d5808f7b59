// Tries an account as soon as it is given: who the provider says it belongs to.
import type { ConnectionId } from "#protocol/deploy-targets.ts";
import type { Env } from "../env.ts";
import { openGitHub } from "../github/open-github.ts";
import { explainRefusal, PushRefusal } from "../github/push-failure.ts";
import { ShipRefusal } from "./provider.ts";

export interface GivenAccount {
  secret: string;
  account: Readonly<Record<string, string>>;
}

type Greet = (env: Env, given: GivenAccount) => Promise<string | null>;

const greetings: Partial<Record<ConnectionId, Greet>> = {
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
export async function greet(env: Env, provider: ConnectionId, given: GivenAccount): Promise<string | null> {
  const found = greetings[provider];
  if (!found) throw new ShipRefusal("This provider cannot be connected here.");
  return found(env, given);
}

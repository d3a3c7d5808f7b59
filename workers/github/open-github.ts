import { Octokit } from "octokit";

export type GitHub = Octokit;

/** The part of `Env` that it reads; this file also runs in Node, against a stand-in. */
interface GitHubEnv {
  GITHUB_API_URL?: string;
}

const usualApi = "https://api.github.com";
const answerWithinMs = 30_000;

/** `signal`: aborts what is under way. */
export function openGitHub(env: GitHubEnv, token: string, signal?: AbortSignal): GitHub {
  const ends = (): AbortSignal => {
    const late = AbortSignal.timeout(answerWithinMs);
    return signal ? AbortSignal.any([signal, late]) : late;
  };
  return new Octokit({
    auth: token,
    baseUrl: env.GITHUB_API_URL || usualApi,
    userAgent: "nexusgen",
    // A job tries again by itself, and says so.
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    request: {
      fetch: (input: string | URL | Request, init?: RequestInit) => fetch(input, { ...init, signal: ends() }),
    },
  });
}

/** Where people see what the API holds: GitHub's own site, or that of an Enterprise server. */
export function repositoryPage({ GITHUB_API_URL }: GitHubEnv, owner: string, name: string): string {
  const api = new URL(GITHUB_API_URL || usualApi);
  const site = api.host === "api.github.com" ? "https://github.com" : api.origin;
  return `${site}/${owner}/${name}`;
}

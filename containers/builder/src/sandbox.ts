// Starts the processes of a build as far away from the rest of the machine as the machine allows.
//
// What is possible is tried once at start-up, strongest first:
//   namespaces       root on Linux: own mounts, pids, network, IPC; a uid of its own
//   user-namespaces  not root, but the kernel lets users make namespaces: the same with the own uid and no capability
//   user             root without namespaces (a plain container): another uid
//   plain            process groups and a clean environment only
//
// With mounts, the build's folder appears as /mnt, its tmp as /tmp, and the `hide` folders (the platform's data and
// keys) are covered by empty ones. The pid namespace makes daemons die with the step; the parent-death signal makes the
// step die with the builder, also when that is killed with SIGKILL.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { removeTree } from "./remove-tree.ts";

export const isolationLevels = ["namespaces", "user-namespaces", "user", "plain"] as const;
export type Isolation = (typeof isolationLevels)[number];

export interface SandboxReport {
  isolation: Isolation;
  /** Steps other than install have no network. */
  networkClosed: boolean;
  /** 127.0.0.1 works inside a closed network. */
  loopback: boolean;
  /** Steps run under a uid that owns nothing but their build. */
  ownUser: boolean;
  sharing: Sharing;
}

/**
 * How a build gets a stored dependency tree without being able to change it for others:
 *   links    hard links to files of another owner
 *   overlay  the tree mounted below a folder of the build's own, where the owner is the same
 *   copies   neither is possible
 */
export type Sharing = "links" | "overlay" | "copies";

export interface Launch {
  /** A folder made by `prepareRoot`. */
  root: string;
  /** argv; the working directory is `root`/work. */
  command: readonly string[];
  /** Added to the clean environment; values may use the paths of `inside`. */
  env?: Readonly<Record<string, string>>;
  network: boolean;
  uid: number;
  /** Folders to show under `extraPath`, by name; nothing in them can be changed from inside. Needs mount namespaces. */
  extra?: Readonly<Record<string, string>>;
  /** Where `sharing` is overlay: a dependency tree to show as `work`/node_modules, which must exist. */
  overlay?: string;
  /** Its stdin is a pipe; else it is closed. */
  stdin?: boolean;
  /** Runs behind everything else on the machine. */
  background?: boolean;
}

/** First of the uids builds run under, one for each slot, clear of those that distributions hand out. */
export const firstBuildUid = 64_100;

const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const maxProcesses = 1024;
const maxFileBytes = 2 ** 30;

// $1 root, $2 folder of node, $3 extra folders as name=path:name=path, $4 folders to hide, $5 open|closed, $6 uid or "",
// $7 dependency tree to overlay or ""; then argv.
const enterNamespaces = `
set -ef
mount --bind "$1" /mnt
mount --bind "$2" /mnt/node
IFS=:
for pair in $3; do
  shown="/mnt/extra/\${pair%%=*}"
  mkdir -p "$shown"
  mount --bind "\${pair#*=}" "$shown"
  mount -o remount,bind,ro "$shown"
done
unset IFS
if [ -n "$7" ]; then
  upper=$(mktemp -d /mnt/upper/XXXXXXXX)
  mkdir "$upper/files" "$upper/work"
  options="userxattr,lowerdir=$7,upperdir=$upper/files,workdir=$upper/work"
  mount -t overlay -o "$options" overlay /mnt/work/node_modules
fi
IFS=:
for folder in $4; do [ ! -d "$folder" ] || mount -t tmpfs -o size=4k,mode=000 tmpfs "$folder"; done
unset IFS
mount --bind /mnt/tmp /tmp
mount --bind /mnt/tmp /var/tmp
mount -t tmpfs -o size=64m,mode=1777 tmpfs /dev/shm 2>/dev/null || true
[ "$5" = open ] || ip link set lo up 2>/dev/null || true
drop="--no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all"
limit="--core=0 --fsize=${maxFileBytes}"
[ -z "$6" ] || drop="--reuid=$6 --regid=$6 --clear-groups $drop"
[ -z "$6" ] || limit="$limit --nproc=${maxProcesses}"
shift 7
cd /mnt/work
unset OLDPWD
set +ef
prlimit $limit -- setpriv $drop -- "$@" 3>&-
code=$?
times >&3
exit $code`;

const runPlainly = `"$@" 3>&-
code=$?
times >&3
exit $code`;

export class Sandbox {
  readonly report: SandboxReport;
  readonly #hide: readonly string[];

  private constructor(report: SandboxReport, hide: readonly string[]) {
    this.report = report;
    this.#hide = hide;
  }

  /** Tries each level with a real process in a folder below `stateDir`. */
  static async probe(stateDir: string, hide: readonly string[]): Promise<Sandbox> {
    const root = join(stateDir, `probe-${process.pid}`);
    const asRoot = process.getuid?.() === 0;
    const candidates: Isolation[] = asRoot ? ["namespaces", "user"] : ["user-namespaces"];
    for (const isolation of process.platform === "win32" ? [] : candidates) {
      for (const networkClosed of isolation === "user" ? [false] : [true, false]) {
        const sharings: Sharing[] = asRoot ? ["links"] : ["overlay", "copies"];
        for (const sharing of sharings) {
          const report = { isolation, networkClosed, loopback: true, ownUser: asRoot, sharing };
          const loopback = new Sandbox(report, hide).#try(root);
          await removeTree(root);
          if (loopback !== undefined) return new Sandbox({ ...report, loopback }, hide);
        }
      }
    }
    const plain: SandboxReport = {
      isolation: "plain",
      networkClosed: false,
      loopback: true,
      ownUser: false,
      sharing: "copies",
    };
    return new Sandbox(plain, hide);
  }

  /** Where the `extra` folder of that name is seen by a process inside. */
  extraPath(launch: Pick<Launch, "root" | "extra">, name: string): string {
    return this.#hasMounts() ? `${this.inside(launch.root)}/extra/${name}` : (launch.extra?.[name] ?? "");
  }

  /** Where `root` is seen by a process inside. */
  inside(root: string): string {
    return this.#hasMounts() ? "/mnt" : root;
  }

  /** Who must own what a build under `uid` may write; undefined: whoever runs the builder. */
  ownerUid(uid: number): number | undefined {
    return this.report.ownUser ? uid : undefined;
  }

  /** stdout and stderr are pipes, fd 3 ends with the shell's `times`. Leads a process group. */
  spawn(launch: Launch): ChildProcess {
    const inside = this.inside(launch.root);
    const nodeDir = dirname(process.execPath);
    const env = {
      PATH: [`${inside}/work/node_modules/.bin`, this.#hasMounts() ? "/mnt/node" : nodeDir, systemPath].join(delimiter),
      HOME: `${inside}/home`,
      TMPDIR: `${inside}/tmp`,
      CI: "1",
      LANG: "C.UTF-8",
      NO_COLOR: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
      ...launch.env,
    };
    const [file, args] = this.#commandLine(launch, nodeDir);
    return spawn(file, args, {
      cwd: join(launch.root, "work"),
      env,
      detached: true,
      stdio: [launch.stdin === true ? "pipe" : "ignore", "pipe", "pipe", "pipe"],
      ...(this.report.isolation === "user" ? { uid: launch.uid, gid: launch.uid } : {}),
    });
  }

  #commandLine(launch: Launch, nodeDir: string): [string, string[]] {
    if (process.platform === "win32") return [launch.command[0] ?? "", launch.command.slice(1)];
    const command = [...(launch.background === true ? ["nice", "-n", "15"] : []), ...launch.command];
    if (!this.#hasMounts()) return ["/bin/sh", ["-c", runPlainly, "step", ...command]];
    const closed = this.report.networkClosed && !launch.network;
    const user = this.report.ownUser ? [] : ["--user", "--map-current-user", "--keep-caps"];
    const namespaces = [
      "--mount",
      "--pid",
      "--fork",
      "--kill-child",
      "--mount-proc",
      "--ipc",
      ...(closed ? ["--net"] : []),
    ];
    const uid = this.report.ownUser ? String(launch.uid) : "";
    return [
      "setpriv",
      [
        ["--pdeathsig", "KILL", "--", "unshare", ...user, ...namespaces, "--"],
        ["/bin/sh", "-c", enterNamespaces, "step"],
        [
          launch.root,
          nodeDir,
          Object.entries(launch.extra ?? {})
            .map(([name, path]) => `${name}=${path}`)
            .join(":"),
          this.#hide.join(":"),
          closed ? "closed" : "open",
          uid,
          launch.overlay ?? "",
        ],
        command,
      ].flat(),
    ];
  }

  /** Whether everything a process started dies with it. */
  get hasPidNamespace(): boolean {
    return this.#hasMounts();
  }

  #hasMounts(): boolean {
    return this.report.isolation === "namespaces" || this.report.isolation === "user-namespaces";
  }

  /** Whether loopback is up inside, or undefined when a process cannot be started at this level. */
  #try(root: string): boolean | undefined {
    prepareRoot(root, this.ownerUid(firstBuildUid));
    const script = `
      require("fs").mkdirSync("node_modules/probe", { recursive: true });
      console.log(require("os").networkInterfaces().lo !== undefined);`;
    const extra = { probe: dirname(process.execPath) };
    const launch: Launch = { root, command: ["node", "-e", script], network: false, uid: firstBuildUid, extra };
    if (this.report.sharing === "overlay") {
      mkdirSync(join(root, "work", "node_modules"));
      launch.overlay = join(root, "home");
    }
    const [file, args] = this.#commandLine(launch, dirname(process.execPath));
    const path = this.#hasMounts() ? `/mnt/node:${systemPath}` : `${dirname(process.execPath)}:${systemPath}`;
    const result = spawnSync(file, args, {
      cwd: join(root, "work"),
      env: { PATH: path },
      stdio: ["ignore", "pipe", "ignore", "pipe"],
      timeout: 10_000,
      ...(this.report.isolation === "user" ? { uid: firstBuildUid, gid: firstBuildUid } : {}),
    });
    if (result.status !== 0) return undefined;
    return result.stdout.toString().trim() === "true";
  }
}

/** Makes `root`, which must not exist, with the parts a process inside needs, writable by `owner`. */
export function prepareRoot(root: string, owner: number | undefined): void {
  mkdirSync(root, { recursive: true, mode: 0o755 });
  for (const part of ["work", "home", "tmp", "upper", "node", "extra"]) {
    mkdirSync(join(root, part), { mode: 0o700 });
    if (part === "extra") chmodSync(join(root, part), 0o755);
    else if (owner !== undefined && part !== "node") chownSync(join(root, part), owner, owner);
  }
}

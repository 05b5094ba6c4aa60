import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedServerError } from "./errors";

/** How to start a PostgreSQL program: who owns its files, under which ids to spawn it, behind which command. */
export type RunAs = { owner?: Ids; spawnAs: Partial<Ids>; prefix: string[] };
type Ids = { uid: number; gid: number };

const serverUser = "postgres";

/**
 * PostgreSQL refuses to run as root. Then it runs as the user `postgres` (made when missing), which must be able
 * to reach `paths`. Where a parent folder is closed to it (a checkout under /root), it is lent the right to look.
 */
export function chooseServerUser(paths: string[]): RunAs {
  if (process.getuid?.() !== 0) return { spawnAs: {}, prefix: [] };
  const owner = lookUpUser() ?? createUser();
  const plain: RunAs = { owner, spawnAs: owner, prefix: [] };
  const closed = paths.find((path) => !canReach(plain, path));
  if (closed === undefined) return plain;
  const lent = ["dac_read_search", "dac_override"].map((capability) => lendCapability(owner, capability));
  const able = lent.find((runAs) => paths.every((path) => canReach(runAs, path)));
  if (able) return able;
  throw new EmbeddedServerError(
    `PostgreSQL runs as the user ${serverUser} when started by root, and that user cannot enter ${firstClosedParent(plain, closed)}: run chmod o+x on that folder, move the project or ZHANGGUI_DATA_DIR elsewhere, or start as a normal user.`,
  );
}

function lookUpUser(): Ids | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${serverUser}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function createUser(): Ids {
  spawnSync("groupadd", ["--system", serverUser], { stdio: "ignore" });
  spawnSync("useradd", ["--system", "--gid", serverUser, "--no-create-home", serverUser], {
    stdio: "ignore",
  });
  if (!lookUpUser()) {
    // Alpine and BusyBox have these instead.
    spawnSync("addgroup", ["-S", serverUser], { stdio: "ignore" });
    spawnSync("adduser", ["-S", "-D", "-H", "-G", serverUser, serverUser], { stdio: "ignore" });
  }
  const ids = lookUpUser();
  if (ids) return ids;
  throw new EmbeddedServerError(
    `PostgreSQL refuses to run as root and a user named ${serverUser} could not be made: make it yourself, start as a normal user, or set DATABASE_URL.`,
  );
}

// The secure bit makes access(2), by which PostgreSQL looks for its own programs, count the capability.
function lendCapability(owner: Ids, capability: string): RunAs {
  const user = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
  ];
  return {
    owner,
    spawnAs: {},
    prefix: ["setpriv", ...user, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`],
  };
}

function canReach({ spawnAs, prefix }: RunAs, path: string): boolean {
  const [command, ...args] = [...prefix, "ls", "-d", `${path}/.`];
  return spawnSync(command!, args, { ...spawnAs, cwd: "/", stdio: "ignore" }).status === 0;
}

function firstClosedParent(runAs: RunAs, path: string): string {
  const parents = [path];
  while (dirname(parents[0]!) !== parents[0]) parents.unshift(dirname(parents[0]!));
  return parents.find((parent) => !canEnter(runAs, parent)) ?? path;
}

function canEnter({ spawnAs }: RunAs, folder: string): boolean {
  return spawnSync("test", ["-x", folder], { ...spawnAs, cwd: "/", stdio: "ignore" }).status === 0;
}

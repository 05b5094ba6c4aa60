import { readOrCreateSecrets } from "../../db/embedded/secrets";
import type { Environment, Options } from "./options";

/** Puts the data folder's secrets into this process's environment, where none are set from outside. */
export function applySecrets({ dataDir }: Options, env: Environment): void {
  const secrets = readOrCreateSecrets(dataDir);
  env.NEXTAUTH_SECRET ||= secrets.nextAuthSecret;
  env.ZHANGGUI_SECRET ||= secrets.zhangguiSecret;
}

/** What web and worker get: everything from outside but the database owner's rights. */
export function childEnvironment(options: Options, appUrl: string, env: Environment): NodeJS.ProcessEnv {
  const { DATABASE_URL, APP_DATABASE_PASSWORD, ...rest } = env;
  return {
    ...rest,
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_URL: options.url,
    ZHANGGUI_URL: options.url,
    PORT: String(options.port),
    ZHANGGUI_DATA_DIR: options.dataDir,
    NODE_ENV: options.mode === "start" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Connections of all web processes together. More work at once only makes each piece of it slower. */
const WEB_CONNECTIONS = 12;
const LEAST_CONNECTIONS = 5;

/** What the web processes get besides: each its share of the database's connections. */
export function webEnvironment({ webProcesses }: Options, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const share = Math.max(Math.floor(WEB_CONNECTIONS / webProcesses), LEAST_CONNECTIONS);
  return { ...env, DATABASE_POOL_SIZE: env.DATABASE_POOL_SIZE || String(share) };
}

import { portTrouble } from "../../db/embedded/port";
import { type ChildSpec, SupervisedChild } from "./child";
import { prepareDataFolder } from "./data-folder";
import { checkDatabase, SupervisedDatabase } from "./database";
import { demoFilePath, readDemoFile, updateDemoFile } from "./demo-file";
import { applySecrets, childEnvironment, webEnvironment } from "./environment";
import { LaunchError, plainSentence } from "./launch-error";
import { type Mode, type Options, readOptions } from "./options";
import { developmentParts, type Parts, productionParts } from "./parts";
import { announce, seconds, step } from "./progress";
import { waitUntilReady } from "./readiness";
import { type Claim, claimDataFolder } from "./run-record";
import { isSeeded, runSeed } from "./seed";
import { Shutdown } from "./shutdown";

/** Starts database, web server and worker, keeps them running, and ends them all when this process is told to end. */
export async function supervise(
  mode: Mode,
  parts = mode === "dev" ? developmentParts : productionParts,
): Promise<void> {
  const shutdown = new Shutdown();
  shutdown.listen();
  try {
    await launch(readOptions(mode, process.env), parts, shutdown);
  } catch (error) {
    if (shutdown.signal.aborted) return;
    console.error(plainSentence(error) ?? error);
    await shutdown.run(1);
  }
}

async function launch(options: Options, parts: Parts, shutdown: Shutdown): Promise<void> {
  const startedAt = performance.now();
  const claim = await step(`data folder ${options.dataDir}`, () => takeDataFolder(options, shutdown));
  await step(`port ${options.port}`, () => checkPort(options));
  applySecrets(options, process.env);
  const ownerUrl = await step("database", () => openDatabase(options, shutdown));
  const [appUrl] = await Promise.all([
    fillDatabase(ownerUrl, options, parts, shutdown),
    parts.build(shutdown.signal),
  ]);
  if (shutdown.signal.aborted) return;
  await step("web server and worker", () => startChildren(options, parts, { appUrl, claim, shutdown }));
  if (options.demo && readDemoFile(options.dataDir)) updateDemoFile(options.dataDir, { url: options.url });
  welcome(options, startedAt);
}

async function takeDataFolder(options: Options, shutdown: Shutdown): Promise<Claim> {
  prepareDataFolder(options.dataDir);
  const claim = await claimDataFolder(options.dataDir, options);
  shutdown.register(claim.release);
  return claim;
}

async function checkPort({ port, host }: Options): Promise<void> {
  const trouble = await portTrouble(port, host);
  if (trouble === null) return;
  if (trouble === "EADDRINUSE") {
    throw new LaunchError(
      `Port ${port} is taken by another program: stop it, or choose another port with PORT.`,
    );
  }
  if (trouble === "EACCES")
    throw new LaunchError(`This user may not listen on port ${port}: choose one above 1023 with PORT.`);
  throw new LaunchError(
    `The address ${host}, port ${port} cannot be used (${trouble}): check HOST and PORT.`,
  );
}

async function openDatabase({ databaseUrl, dataDir }: Options, shutdown: Shutdown): Promise<string> {
  if (databaseUrl) {
    await checkDatabase(databaseUrl);
    return databaseUrl;
  }
  const database = new SupervisedDatabase(dataDir, (line) => console.error(line));
  shutdown.register(() => database.stop());
  return database.start();
}

async function fillDatabase(
  ownerUrl: string,
  options: Options,
  parts: Parts,
  shutdown: Shutdown,
): Promise<string> {
  const { appUrl } = await step("migrations", () => parts.migrate({ ownerUrl }));
  const job = { ownerUrl, appUrl, dataDir: options.dataDir, anchor: options.demoAnchor };
  if (options.demo && !(await isSeeded(job))) {
    announce("filling the demo shop");
    await step("demo shop", () => runSeed(job, process.env, shutdown.signal));
  }
  return appUrl;
}

type Surroundings = { appUrl: string; claim: Claim; shutdown: Shutdown };

async function startChildren(
  options: Options,
  parts: Parts,
  { appUrl, claim, shutdown }: Surroundings,
): Promise<void> {
  const env = childEnvironment(options, appUrl, process.env);
  const web = superviseChild(
    { name: "web", args: parts.webArgs(options), env: webEnvironment(options, env), graceMs: 3000 },
    claim,
  );
  const worker = superviseChild(
    { name: "worker", args: parts.workerArgs(options), env, graceMs: 5000 },
    claim,
  );
  shutdown.register(
    async () => void (await Promise.all([web.stop(), worker.stop()])),
    () => void [web, worker].map((child) => child.kill()),
  );
  web.start();
  worker.start();
  const givenUp = () => reasonToGiveUp({ "web server": web, worker }, shutdown);
  const waitsFor = parts.workerReports ? worker : { hasSaidReady: true };
  await waitUntilReady(localAddress(options), waitsFor, { givenUp });
}

function superviseChild(spec: ChildSpec, claim: Claim): SupervisedChild {
  return new SupervisedChild(spec, {
    onSpawn: (pid) => claim.recordChild(spec.name, pid),
    onDeath: (how, restartInMs) =>
      console.error(`The ${spec.name} ${how}; starting it again in ${restartInMs / 1000} s.`),
  });
}

function reasonToGiveUp(children: Record<string, SupervisedChild>, shutdown: Shutdown): string | null {
  if (shutdown.signal.aborted) return "The start was interrupted.";
  const failing = Object.entries(children).find(([, child]) => child.deaths >= 3);
  return failing
    ? `The ${failing[0]} cannot stay up (it ${failing[1].lastDeath}): see the messages above.`
    : null;
}

function localAddress({ host, port }: Options): string {
  const reachable = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

function welcome(options: Options, startedAt: number): void {
  console.log(`\nZhanggui is ready at ${options.url} (${seconds(startedAt)})`);
  const demo = options.demo ? readDemoFile(options.dataDir) : null;
  if (demo?.users) {
    console.log("\nSign in to the demo shop as");
    for (const { email, password, role } of demo.users) console.log(`  ${email}  ${password}  (${role})`);
    console.log(`Its API key and widget key are in ${demoFilePath(options.dataDir)}`);
  }
  console.log("\nCtrl-C stops everything.");
}

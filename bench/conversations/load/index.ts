import { setTimeout as sleep } from "node:timers/promises";
import { BotApi } from "../../../test/support/bot-api";
import { type Line, percentile } from "../../measure";
import { OwnProduct, type Product } from "../../product";
import { type CpuSeconds, readCpuSeconds, since } from "./cpu-time";
import { type Crowd, gatherCrowd } from "./crowd";
import { killAt } from "./faults";
import type { Sent } from "./person";
import { type Screen, watchScreen } from "./screen";
import { sendAtPace } from "./send-at-pace";
import { type Tally, tally } from "./tally";

const CROWD = { visitors: 180, customers: 60, telegram: 10, agents: 20 };
const PER_SECOND = 50;
/** Before it is measured: everything is compiled, connected and cached, and the browser has drawn its first page. */
const RUN_IN_SECONDS = 30;
/** After it: what it asked of the platform is there. */
const RUN_OUT_MS = 8_000;
/** After the last message: what is on its way arrives. */
const SETTLE_MS = 20_000;

/** A busy hour of one shop on one machine: calm first, then with every part killed once. */
export async function benchLoad({ quick }: { quick: boolean }): Promise<Line[]> {
  const seconds = quick ? 30 : 120;
  const own = new OwnProduct({ ZHANGGUI_PRIVATE_HOSTS: "127.0.0.1" });
  const api = await BotApi.start();
  try {
    const product = await own.start();
    const crowd = await gatherCrowd(product, api, CROWD);
    const screen = await watchScreen(product);
    const runIn = await sendAtPace(crowd.people, { perSecond: PER_SECOND, seconds: RUN_IN_SECONDS });
    await sleep(RUN_OUT_MS);
    const calm = await run(product, crowd, api, seconds, screen);
    await screen.close();
    const faults = Promise.all([
      killAt(product, "web", seconds * 200),
      killAt(product, "worker", seconds * 450),
      killAt(product, "database", seconds * 700),
    ]);
    const [stormy] = await Promise.all([run(product, crowd, api, seconds), faults]);
    await crowd.close();
    return [...describeCalm(calm, seconds), describeRunIn(runIn), ...describeStormy(stormy)];
  } finally {
    await own.remove();
    await api.stop();
  }
}

interface Run {
  sent: Sent[];
  /** Until each message was on each agent's stream. */
  streamMs: number[];
  /** Until some of them stood on an agent's screen. */
  screenMs: number[];
  cpu: CpuSeconds;
  tally: Tally;
}

async function run(
  product: Product,
  crowd: Crowd,
  api: BotApi,
  seconds: number,
  screen?: Screen,
): Promise<Run> {
  const takenBefore = api.taken.length;
  const cpuBefore = readCpuSeconds(product);
  const watched = screen?.measure(seconds);
  const sent = await sendAtPace(crowd.people, { perSecond: PER_SECOND, seconds });
  const cpu = since(cpuBefore, readCpuSeconds(product));
  await sleep(SETTLE_MS);
  const pages = { visitors: crowd.visitorPages, agents: crowd.agentPages };
  const streamMs = sent.flatMap(({ id, at }) =>
    crowd.agentPages.flatMap((page) => {
      const seenAt = page.byClientId.get(id);
      return seenAt === undefined ? [] : [seenAt - at];
    }),
  );
  const taken = api.taken.slice(takenBefore);
  return {
    sent,
    streamMs,
    screenMs: (await watched) ?? [],
    cpu,
    tally: await tally(product, sent, pages, taken),
  };
}

function describeCalm({ sent, streamMs, screenMs, cpu, tally }: Run, seconds: number): Line[] {
  const replies = repliesOf(sent);
  const retried = sent.filter(({ tries }) => tries > 1).length;
  const pages = CROWD.visitors + CROWD.agents;
  return [
    {
      name: "Load: message → bot's reply, p95",
      value: percentile(replies, 0.95),
      unit: "ms",
      target: { is: "≤", value: 200 },
      note: `${sent.length} messages in ${seconds} s, ${pages} streams, median ${Math.round(percentile(replies, 0.5))} ms, ${retried} sent again`,
    },
    {
      name: "Load: message → agent's screen, p95",
      value: percentile(screenMs, 0.95),
      unit: "ms",
      target: { is: "≤", value: 400 },
      note: `${screenMs.length} in a real browser, median ${Math.round(percentile(screenMs, 0.5))} ms`,
    },
    {
      name: "Load: message → agent's stream, p95",
      value: percentile(streamMs, 0.95),
      unit: "ms",
      note: `${CROWD.agents} agents, median ${Math.round(percentile(streamMs, 0.5))} ms`,
    },
    ...Object.entries(cpu).map(
      ([part, used]): Line => ({
        name: `Load: processor time a message, ${part}`,
        value: (used * 1_000) / sent.length,
        unit: "ms",
      }),
    ),
    ...describeTally("calm", tally),
  ];
}

/** How a shop does that has just started: reported, without a target. */
function describeRunIn(sent: readonly Sent[]): Line {
  return {
    name: "Load, run-in: message → bot's reply, p95",
    value: percentile(repliesOf(sent), 0.95),
    unit: "ms",
    note: `the first ${RUN_IN_SECONDS} s after the start, at the same pace`,
  };
}

const repliesOf = (sent: readonly Sent[]) => sent.flatMap(({ replyMs }) => replyMs ?? []);

function describeStormy({ sent, tally }: Run): Line[] {
  const retried = sent.filter(({ tries }) => tries > 1).length;
  return [
    { name: "Load, web, worker and database killed: sent again", value: retried, unit: "" },
    ...describeTally("killed", tally),
  ];
}

function describeTally(when: string, { lost, doubled, unseen, seenTwice, platform }: Tally): Line[] {
  const zero = (name: string, value: number, note?: string): Line => ({
    name: `Load, ${when}: ${name}`,
    value,
    unit: "",
    target: { is: "=", value: 0 },
    ...(note ? { note } : {}),
  });
  const { answers, unknown, untaken, takenTwice } = platform;
  return [
    zero("messages lost or unanswered", lost),
    zero("messages stored or answered twice", doubled),
    zero("not shown on an open page", unseen),
    zero("shown twice on an open page", seenTwice),
    zero("answers that a platform did not get", untaken, `of ${answers}, ${unknown} marked unknown`),
    zero("answers that a platform got twice", takenTwice),
  ];
}

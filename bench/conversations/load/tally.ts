import postgres from "postgres";
import { ownerUrlOf, type Product } from "../../product";
import type { EventReader } from "./event-reader";
import type { Sent } from "./person";

/** What stands in the database, and what came to pages and to the platform, against what was sent. */
export interface Tally {
  /** Messages that are not stored, or have no answer of the bot. */
  lost: number;
  /** Messages that are stored or answered more than once. */
  doubled: number;
  /** Messages and answers that a page which should show them has not shown, over all pages. */
  unseen: number;
  /** Events that a page got twice, over all pages. */
  seenTwice: number;
  platform: PlatformTally;
}

export interface PlatformTally {
  answers: number;
  untaken: number;
  takenTwice: number;
  /** It cannot be told whether the platform took them: they are marked so, and not sent again. */
  unknown: number;
}

interface Stored {
  id: string;
  client_message_id: string;
  channel: string;
  answers: { id: string; state: string }[];
}

export async function tally(
  product: Product,
  sent: readonly Sent[],
  pages: { visitors: readonly EventReader[]; agents: readonly EventReader[] },
  takenBy: readonly { chatId: string }[],
): Promise<Tally> {
  const stored = await readStored(product, sent);
  const answered = stored.filter(({ answers }) => answers.length > 0);
  const web = stored.filter(({ channel }) => channel === "web");
  const seenByVisitors = new Set(pages.visitors.flatMap((page) => [...page.messages.keys()]));
  const unseenByVisitors = idsOf(web).filter((id) => !seenByVisitors.has(id)).length;
  const all = idsOf(stored);
  const unseenByAgents = pages.agents.map((page) => all.filter((id) => !page.messages.has(id)).length);
  return {
    lost: sent.length - new Set(answered.map((message) => message.client_message_id)).size,
    doubled:
      stored.length -
      new Set(stored.map((message) => message.client_message_id)).size +
      stored.filter(({ answers }) => answers.length > 1).length,
    unseen: unseenByVisitors + sum(unseenByAgents),
    seenTwice: sum([...pages.visitors, ...pages.agents].map((page) => page.repeated)),
    platform: tallyPlatform(stored, takenBy),
  };
}

async function readStored(product: Product, sent: readonly Sent[]): Promise<Stored[]> {
  const sql = postgres(await ownerUrlOf(product), { max: 1, onnotice: () => {} });
  try {
    return await sql<Stored[]>`
      SELECT asked.id, asked.client_message_id, conversations.channel,
        coalesce(json_agg(json_build_object('id', answer.id, 'state', answer.delivery_state))
          FILTER (WHERE answer.id IS NOT NULL), '[]') AS answers
      FROM messages AS asked
      JOIN conversations ON conversations.id = asked.conversation_id
      LEFT JOIN messages AS answer ON answer.in_reply_to_id = asked.id
      WHERE asked.client_message_id = ANY(${sent.map(({ id }) => id)})
      GROUP BY asked.id, asked.client_message_id, conversations.channel`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** By person: what the platform took against the answers that were for them. */
function tallyPlatform(stored: readonly Stored[], takenBy: readonly { chatId: string }[]): PlatformTally {
  const result = { answers: 0, untaken: 0, takenTwice: 0, unknown: 0 };
  const platform = stored.filter(({ channel }) => channel === "telegram");
  const chats = new Set(platform.map(chatOf));
  for (const chat of chats) {
    const answers = platform.filter((message) => chatOf(message) === chat).flatMap(({ answers }) => answers);
    const unknown = answers.filter(({ state }) => state === "unknown").length;
    const taken = takenBy.filter(({ chatId }) => chatId === chat).length;
    result.answers += answers.length;
    result.unknown += unknown;
    result.untaken += Math.max(0, answers.length - unknown - taken);
    result.takenTwice += Math.max(0, taken - answers.length);
  }
  return result;
}

function chatOf({ client_message_id }: Stored): string {
  return client_message_id.split(":")[0]!;
}

function idsOf(rows: readonly Stored[]): string[] {
  return rows.flatMap(({ id, answers }) => [id, ...answers.map((answer) => answer.id)]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

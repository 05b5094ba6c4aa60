import { webhookSecret } from "../../../lib/platform/channels/telegram/settings";
import type { BotApi } from "../../../test/support/bot-api";
import type { Product } from "../../product";
import { call } from "../../walking/talkers";
import { Person } from "./person";

/** People who write on a platform: their messages come by its calls, the worker sends them the answers. */
export async function openTelegram(
  product: Product,
  api: BotApi,
  count: number,
  wordsFor: (at: number) => readonly string[],
): Promise<{ people: Person[]; disconnect: () => Promise<void> }> {
  const token = product.demo.apiKey;
  const account = await call<{ id: string; address: string }>(product, "/channel-accounts", {
    token,
    body: { kind: "telegram", name: "Load", settings: { botToken: api.token, apiBaseUrl: api.url } },
  });
  const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
  let updates = Date.now();
  const people = Array.from({ length: count }, (_, at) => {
    const chatId = 70_000 + at;
    // Telegram repeats an update under its own number until it is taken.
    return new Person(
      "telegram",
      wordsFor(at),
      () => `${chatId}:${++updates}`,
      async (text, id) => {
        const update = toUpdate(chatId, Number(id.split(":")[1]), text);
        const answer = await fetch(account.address, {
          method: "POST",
          headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
          body: JSON.stringify(update),
        });
        if (answer.status !== 200) throw new Error(`The call was answered with ${answer.status}.`);
        return false;
      },
    );
  });
  const disconnect = async () => {
    await fetch(`${product.url}/api/v1/channel-accounts/${account.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
  };
  return { people, disconnect };
}

function toUpdate(chatId: number, number: number, text: string) {
  return {
    update_id: number,
    message: {
      message_id: number,
      from: { id: chatId, is_bot: false, first_name: `Load ${chatId}` },
      chat: { id: chatId, type: "private" },
      date: Math.floor(Date.now() / 1_000),
      text,
    },
  };
}

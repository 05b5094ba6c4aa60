import { z } from "zod";
import type { Outside, OutsideAnswer } from "../adapter";
import type { FormBody } from "../write-form";
import type { TelegramSettings } from "./settings";

/** Every answer of the Bot API: a result, or an error with what may help ("Making requests"). */
const apiAnswer = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.int(),
    description: z.string(),
    parameters: z.object({ retry_after: z.int().optional() }).optional(),
  }),
]);

export type ApiResult =
  | { is: "result"; result: unknown }
  | { is: "error"; code: number; description: string; retryAfterSeconds?: number }
  /** Not the API's words: a proxy on the way, say. What became of the call is not known. */
  | { is: "unreadable"; status: number };

/** Calls a method of the Bot API. @throws ConnectionBroken */
export async function callApi(
  settings: TelegramSettings,
  outside: Outside,
  method: string,
  body: Record<string, unknown> | FormBody,
): Promise<ApiResult> {
  const isForm = body.body instanceof Uint8Array;
  const answer = await outside.request({
    method: "POST",
    url: `${settings.apiBaseUrl}/bot${settings.botToken}/${method}`,
    ...(isForm
      ? (body as FormBody)
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return readAnswer(answer);
}

function readAnswer(answer: OutsideAnswer): ApiResult {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(answer.body));
  } catch {
    return { is: "unreadable", status: answer.status };
  }
  const parsed = apiAnswer.safeParse(raw);
  if (!parsed.success) return { is: "unreadable", status: answer.status };
  if (parsed.data.ok) return { is: "result", result: parsed.data.result };
  const { error_code: code, description, parameters } = parsed.data;
  const retryAfterSeconds = parameters?.retry_after;
  return {
    is: "error",
    code,
    description,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

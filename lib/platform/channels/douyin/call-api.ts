import type { Outside, OutsideAnswer } from "../adapter";
import type { DouyinSettings } from "./settings";
import { signCall, sortedJson } from "./sign";

const API = "https://openapi-fxg.jinritemai.com";
const SUCCESS = 10_000;

export type ApiAnswer =
  | { is: "done"; data: unknown }
  /** `code` is null where the answer is none of the platform's, from a proxy for example. */
  | { is: "failed"; status: number; code: number | null; subCode: string; said: string };

/** One signed call. @throws ConnectionBroken */
export async function callApi(
  method: string,
  params: unknown,
  settings: DouyinSettings,
  outside: Outside,
  accessToken = "",
): Promise<ApiAnswer> {
  const body = sortedJson(params);
  const timestamp = String(Math.floor(outside.now().getTime() / 1000));
  const query = new URLSearchParams({
    app_key: settings.appKey,
    method,
    v: "2",
    sign: signCall(settings, method, body, timestamp),
    timestamp,
    access_token: accessToken,
    sign_method: "hmac-sha256",
  });
  const answer = await outside.request({
    method: "POST",
    url: `${API}/${method.replaceAll(".", "/")}?${query}`,
    headers: { "content-type": "application/json;charset=UTF-8", accept: "application/json" },
    body,
  });
  return read(answer);
}

function read({ status, body }: OutsideAnswer): ApiAnswer {
  const said = (value: unknown) => (typeof value === "string" ? value.slice(0, 200) : "");
  try {
    const json = JSON.parse(new TextDecoder().decode(body));
    // Older interfaces answer with err_no and message.
    if (json.code === SUCCESS || json.err_no === 0) return { is: "done", data: json.data };
    const code = json.code ?? json.err_no;
    return {
      is: "failed",
      status,
      code: typeof code === "number" ? code : null,
      subCode: said(json.sub_code),
      said: said(json.sub_msg) || said(json.msg) || said(json.message),
    };
  } catch {
    return { is: "failed", status, code: null, subCode: "", said: "" };
  }
}

import type { ServerResponse } from "node:http";
import { startPlatform } from "./local-outside";

/** What the server does with the next call: an error code, or a way to fail. */
type Trouble = number | "hang up" | "bad gateway" | "not found" | "no json";

/** A server that plays api.weixin.qq.com as its documentation describes it: tokens, customer service, files. */
export async function startWechat(account: { appId: string; appSecret: string }) {
  const state = { tokens: 0, valid: "", trouble: [] as Trouble[], tokenTrouble: [] as Trouble[] };
  const json = (response: ServerResponse, body: object) =>
    response.writeHead(200, { "content-type": "application/json; encoding=utf-8" }).end(JSON.stringify(body));

  const fail = (response: ServerResponse, trouble: Trouble) => {
    if (trouble === "hang up") response.socket!.destroy();
    else if (trouble === "bad gateway") response.writeHead(502).end("<html>502</html>");
    else if (trouble === "not found") response.writeHead(404).end();
    else if (trouble === "no json") response.writeHead(200).end("ok");
    else json(response, { errcode: trouble, errmsg: `refused with ${trouble} rid: 5f3ded7d` });
  };

  const platform = await startPlatform(({ method, url, body }, response) => {
    if (url.pathname === "/cgi-bin/stable_token") {
      const trouble = state.tokenTrouble.shift();
      if (trouble !== undefined) return fail(response, trouble);
      const asked = JSON.parse(body);
      if (method !== "POST" || asked.grant_type !== "client_credential") return fail(response, 40002);
      if (asked.appid !== account.appId) return fail(response, 40013);
      if (asked.secret !== account.appSecret) return fail(response, 40125);
      // The normal mode: the same token until it is invalid.
      if (state.valid === "") state.valid = `token_${++state.tokens}`;
      return json(response, { access_token: state.valid, expires_in: 7200 });
    }
    if (url.pathname === "/clip.mp4")
      return response.writeHead(200, { "content-type": "video/mp4" }).end("MP4");
    const trouble = state.trouble.shift();
    if (trouble !== undefined) return fail(response, trouble);
    if (url.searchParams.get("access_token") !== state.valid) return fail(response, 40001);
    if (url.pathname === "/cgi-bin/message/custom/send") {
      const { touser, msgtype, text } = JSON.parse(body);
      if (touser !== "oUser") return fail(response, 40003);
      return typeof text?.content === "string" && msgtype === "text"
        ? json(response, { errcode: 0, errmsg: "ok" })
        : fail(response, 40008);
    }
    if (url.pathname === "/cgi-bin/media/get") {
      const id = url.searchParams.get("media_id");
      if (id === "picture")
        return response.writeHead(200, { "content-type": "image/jpeg" }).end("JPEG bytes");
      if (id === "clip") return json(response, { video_url: "https://video.example/clip.mp4?a=1" });
      return fail(response, 40007);
    }
    response.writeHead(404).end();
  });
  const sent = () => platform.heard.filter(({ url }) => url.pathname === "/cgi-bin/message/custom/send");
  return { ...platform, state, sent };
}

import type { Outside, OutsideAnswer } from "../adapter";
import { API, TokenRefused, withAccessToken } from "./access-token";
import { errorCodeOf, jsonOf } from "./error-codes";
import type { WechatSettings } from "./settings";

const INVALID_MEDIA = 40007;

/**
 * “获取临时素材”: the platform keeps a file for three days. Videos come as an address, which is followed. What the
 * platform refuses has a status of 404 (gone) or 502, since it says so with 200 and would be kept as the file.
 */
export async function fetchMedia(
  mediaId: string,
  settings: WechatSettings,
  outside: Outside,
): Promise<OutsideAnswer> {
  try {
    const answer = await withAccessToken(settings, outside, (accessToken) =>
      outside.request({
        method: "GET",
        url: `${API}/media/get?${new URLSearchParams({ access_token: accessToken, media_id: mediaId })}`,
      }),
    );
    if (!/\b(json|plain)\b/i.test(answer.headers["content-type"] ?? "")) return answer;
    const video = jsonOf(answer)?.video_url;
    if (typeof video === "string") return await outside.request({ method: "GET", url: video });
    return { ...answer, status: errorCodeOf(answer) === INVALID_MEDIA ? 404 : 502 };
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    return { status: 502, headers: {}, body: new TextEncoder().encode(error.message) };
  }
}

import { z } from "zod";

const key = z
  .string()
  .trim()
  .regex(
    /^[0-9A-Za-z]{43}$/,
    "The EncodingAESKey has 43 letters and digits. Copy it from the server settings.",
  );
const token = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{3,32}$/, "The token has 3 to 32 letters and digits, as in the server settings.");

/** What official accounts and mini programs ask for alike; the platform's page calls it “server configuration”. */
export const wechatSettings = z
  .object({
    appId: z
      .string()
      .trim()
      .regex(/^wx[0-9A-Za-z]{16}$/, "The AppID begins with wx and has 18 characters."),
    appSecret: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{32}$/, "The AppSecret has 32 characters."),
    token,
    /** 明文模式, 兼容模式, 安全模式. */
    mode: z.enum(["plain", "compatible", "safe"]).default("safe"),
    encodingAesKey: key.optional(),
    /** What stood there before: pushes on their way when the merchant changed it are still taken. */
    previousToken: token.optional(),
    previousEncodingAesKey: key.optional(),
  })
  .refine((settings) => settings.mode === "plain" || settings.encodingAesKey !== undefined, {
    path: ["encodingAesKey"],
    message: "Encrypted messages need the EncodingAESKey. Fill it in, or choose the plain mode.",
  });
export type WechatSettings = z.output<typeof wechatSettings>;

export const WECHAT_SECRETS = [
  "appSecret",
  "token",
  "encodingAesKey",
  "previousToken",
  "previousEncodingAesKey",
] as const satisfies readonly (keyof WechatSettings)[];

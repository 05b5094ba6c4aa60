import { AppError } from "@/lib/core/errors";
import type { ChannelAdapter, ChannelKind } from "./adapter";
import { douyin } from "./douyin/adapter";
import { emailAdapter } from "./email";
import { MAX_CALL_BYTES } from "./schemas";
import { telegram } from "./telegram/adapter";
import { wechatMiniProgram } from "./wechat-mini-program/adapter";
import { wechatOfficial } from "./wechat-official/adapter";
import { whatsappAdapter } from "./whatsapp";

// biome-ignore lint/suspicious/noExplicitAny: each adapter has settings of its own, which its schema has parsed.
export type AnyAdapter = ChannelAdapter<any>;

/** The platforms that are there; only these are offered. */
export const ADAPTERS: Partial<Record<ChannelKind, AnyAdapter>> = {
  email: emailAdapter,
  telegram,
  whatsapp: whatsappAdapter,
  wechat_official: wechatOfficial,
  wechat_mini_program: wechatMiniProgram,
  douyin,
};

/** What a call of a platform may hold, in bytes. */
export const maxCallBytes = (kind: string) => findAdapter(kind)?.rules.maxCallBytes ?? MAX_CALL_BYTES;

export function findAdapter(kind: string): AnyAdapter | null {
  return (ADAPTERS as Record<string, AnyAdapter | undefined>)[kind] ?? null;
}

/** @throws AppError `not_possible` for a platform that this installation does not serve. */
export function requireAdapter(kind: string): AnyAdapter {
  const adapter = findAdapter(kind);
  if (adapter) return adapter;
  throw new AppError("not_possible", `This installation has no channel of the kind ${kind}.`, {
    details: { reason: "channel_kind_not_served" },
  });
}

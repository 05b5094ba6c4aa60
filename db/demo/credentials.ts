import { randomInt } from "node:crypto";
import type { Role } from "@/lib/core/permissions";
import { encryptSecret, generateApiKey, generateWidgetKey } from "@/lib/platform/auth/credentials";
import { hashPassword } from "@/lib/platform/auth/passwords";

/** What `.data/demo.json` holds, but for the address at which the program answers. */
export interface DemoCredentials {
  merchantId: string;
  apiKey: string;
  widgetKey: string;
  users: { email: string; password: string; role: Role }[];
}

export interface DemoMember {
  email: string;
  name: string;
  role: Role;
  locale: string;
}

export const DEMO_MEMBERS: readonly DemoMember[] = [
  { email: "lin@harbourpine.example", name: "Lin Xiao 林晓", role: "owner", locale: "en" },
  { email: "zhou@harbourpine.example", name: "Zhou Ming 周明", role: "operator", locale: "zh-CN" },
  { email: "chen@harbourpine.example", name: "Chen Yue 陈悦", role: "agent", locale: "zh-CN" },
  { email: "sofia@harbourpine.example", name: "Sofía Marín", role: "agent", locale: "es" },
  { email: "reed@harbourpine.example", name: "David Reed", role: "viewer", locale: "en" },
];

/** 128 words, seven bits each: short, plain, told apart when read aloud. */
const WORDS =
  "acorn amber anchor apple apron arbor autumn badge bamboo barley basil basket beacon birch blanket bottle branch brass bridge bronze bucket butter button cabin candle canvas canyon carpet castle cedar cherry cinder circle clay cliff clover cobalt copper coral cotton cradle crater cricket crystal curtain cushion dahlia daisy delta desert dial drawer ember falcon feather fern ferry fiddle field flint forest fossil fountain garden garnet ginger glacier granite gravel hammer harbour hazel heron hollow honey indigo island ivory jasmine kettle lagoon lantern laurel lemon linen lotus magnet maple marble meadow mirror mosaic needle nutmeg oak olive orchard otter paddle paper pebble pepper pigeon pillow pine planet plum pocket poppy quartz quilt rafter ribbon river saddle saffron sparrow spruce teapot thistle timber velvet walnut willow window winter".split(
    " ",
  );

/** Four words and four digits, 41 random bits: enough behind the sign-in limit, and people can type it. */
export function makePassphrase(): string {
  const words = Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)] as string);
  return `${words.join("-")}-${randomInt(1000, 10_000)}`;
}

export interface DemoSecrets {
  users: (DemoMember & { password: string; passwordHash: string })[];
  apiKey: { key: string; prefix: string; keyHash: string };
  widgetKey: { key: string; secretEncrypted: string };
}

/** New on every seed, so that no two installations share a password or a key. Needs ZHANGGUI_SECRET. */
export async function makeSecrets(): Promise<DemoSecrets> {
  const users = await Promise.all(
    DEMO_MEMBERS.map(async (member) => {
      const password = makePassphrase();
      return { ...member, password, passwordHash: await hashPassword(password) };
    }),
  );
  const widget = generateWidgetKey();
  return {
    users,
    apiKey: generateApiKey(),
    widgetKey: { key: widget.key, secretEncrypted: encryptSecret(widget.secret) },
  };
}

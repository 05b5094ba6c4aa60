import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/context";
import type { TextModelCard } from "@/lib/intelligence/text";
import { type Area, areaMessages } from ".";
import { messages as english } from "./messages/en";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const AREAS = Object.keys(english) as Area[];

/** All words of a language: `inbox.list.empty` → text. */
function wordsOf(locale: Locale): Map<string, string> {
  const words = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") words.set(path, value);
    else if (value !== null && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    else throw new Error(`${locale} ${path} is neither a text nor a group of texts.`);
  };
  walk(areaMessages(locale, AREAS), "");
  return words;
}

const dictionaries = new Map(LOCALES.map((locale) => [locale, wordsOf(locale)]));
const reference = dictionaries.get("en")!;
const others = LOCALES.filter((locale) => locale !== "en");

/** What stands between two things, with the blank that its language puts there. */
const JOINERS = new Set(["bot.size.and", "bot.coupon.comma"]);

describe("the dictionaries", () => {
  it.each(others)("have the same keys in English and %s", (locale) => {
    const keys = [...dictionaries.get(locale)!.keys()];
    expect(keys.filter((key) => !reference.has(key))).toEqual([]);
    expect([...reference.keys()].filter((key) => !dictionaries.get(locale)!.has(key))).toEqual([]);
  });

  it.each(LOCALES)("leave no word of %s empty or with blanks around it", (locale) => {
    const careless = [...dictionaries.get(locale)!].filter(
      ([key, text]) => text.trim() === "" || (text !== text.trim() && !JOINERS.has(key)),
    );
    expect(careless).toEqual([]);
  });

  it.each(LOCALES)("hold every file of %s that lies in its folder", (locale) => {
    const files = readdirSync(join(root, "lib/platform/i18n/messages", locale)).sort();
    const expected = AREAS.map(
      (area) => `${area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`,
    );
    expect(files).toEqual(expected.sort());
  });

  it("are written in their own language", () => {
    const chinese = [...dictionaries.get("zh-CN")!.values()].filter((text) => /\p{Script=Han}/u.test(text));
    expect(chinese.length / reference.size).toBeGreaterThan(0.9);
    for (const locale of ["en", "es"] as const) {
      const foreign = [...dictionaries.get(locale)!].filter(
        ([key, text]) => /\p{Script=Han}/u.test(text) && !/locale|language/i.test(key),
      );
      expect([locale, foreign]).toEqual([locale, []]);
    }
    const same = [...dictionaries.get("es")!].filter(
      ([key, text]) =>
        reference.get(key) === text && /(\p{L}{4,}\P{L}+){3}/u.test(text.replace(/\{.*\}/s, "")),
    );
    expect(same).toEqual([]);
  });
});

describe("every message", () => {
  it.each(LOCALES)("of %s is valid ICU with the arguments that English has", (locale) => {
    const wrong: string[] = [];
    for (const [key, text] of dictionaries.get(locale)!) {
      try {
        const wanted = argumentsOf(parse(reference.get(key) ?? ""));
        for (const problem of difference(argumentsOf(parse(text)), wanted)) wrong.push(`${key} ${problem}`);
      } catch (error) {
        wrong.push(`${key}: ${(error as Error).message}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What a message takes: `must` be there in every language; what only chooses a plural form a language may not need. */
interface Arguments {
  must: Set<string>;
  may: Set<string>;
}

function argumentsOf(
  elements: MessageFormatElement[],
  found: Arguments = { must: new Set(), may: new Set() },
): Arguments {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const name = element.type === TYPE.tag ? `<${element.value}>` : element.value;
    const isShown =
      element.type !== TYPE.plural || JSON.stringify(element.options).includes(`"type":${TYPE.pound}`);
    (isShown ? found.must : found.may).add(name);
    if (element.type === TYPE.tag) argumentsOf(element.children, found);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) argumentsOf(option.value, found);
  }
  return found;
}

function difference(found: Arguments, wanted: Arguments): string[] {
  const lacking = [...wanted.must].filter((name) => !found.must.has(name) && !found.may.has(name));
  const foreign = [...found.must, ...found.may].filter(
    (name) => !wanted.must.has(name) && !wanted.may.has(name),
  );
  return [...lacking.map((name) => `lacks ${name}`), ...foreign.map((name) => `knows no ${name}`)];
}

describe("the code", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  );

  it("asks only for areas that exist", () => {
    const unknown: string[] = [];
    let asked = 0;
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      for (const [, area] of text.matchAll(/(?:useTranslations|getTranslations)\(\s*"([^"]+)"/g)) {
        asked += 1;
        const exists = [...reference.keys()].some((key) => key.startsWith(`${area}.`));
        if (!exists) unknown.push(`${file}: ${area}`);
      }
    }
    expect(unknown).toEqual([]);
    expect(asked).toBeGreaterThan(50);
  });
});

describe("the words for intents", () => {
  const card = readFileSync(join(root, "public/models/zhanggui-text/card.json"), "utf8");
  it("name every intent that the model knows, in every language", () => {
    const { intents: classes } = JSON.parse(card) as TextModelCard;
    expect(classes.length).toBeGreaterThan(40);
    for (const locale of LOCALES) {
      const named = Object.keys(areaMessages(locale, ["intents"]).intents as object);
      expect(classes.filter((id) => !named.includes(id))).toEqual([]);
      const words = named.map((id) => dictionaries.get(locale)!.get(`intents.${id}`));
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

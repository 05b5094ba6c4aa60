import { expect, it } from "vitest";
import { toMandarin } from "./cantonese";

it.each([
  ["唔使通知我 随口问下啫", "不用通知我 随口问下啫"],
  ["几时返货啊", "什么时候返货啊"],
  ["紫砂壶有冇货", "紫砂壶有没有货"],
  ["唔該晒", "谢谢"],
  ["茶叶内个", "茶叶那个"],
  ["上海市浦東新區係路1號", "上海市浦東新區係路1號"],
  ["Where is my order?", "Where is my order?"],
])("%s → %s", (text, plain) => expect(toMandarin(text)).toBe(plain));

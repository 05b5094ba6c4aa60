import { expect, it } from "vitest";
import { readOpened } from "./read-opened";

it.each([
  "没拆过，吊牌都在",
  "包装没拆",
  "还没打开",
  "unopened",
  "it has not been opened",
  "still sealed",
  "no lo abrí",
  "sin abrir",
  "no, está precintada",
  "la caja sigue sellada, no la abrí",
  "Están sin abrir, ¿se podrían cambiar?",
])("%s: unopened", (text) => expect(readOpened(text)).toBe(false));

it.each([
  "拆了",
  "已经打开了",
  "没拆吊牌，盒子打开过",
  "I opened it",
  "yes, it was opened",
  "sí, ya lo abrí",
  "está abierta",
])("%s: opened", (text) => expect(readOpened(text)).toBe(true));

it.each(["拆开了还能退吗", "can I return it when it is opened?", "yes", "太大了", "when do you open", ""])(
  "%j says nothing of it",
  (text) => expect(readOpened(text)).toBeNull(),
);

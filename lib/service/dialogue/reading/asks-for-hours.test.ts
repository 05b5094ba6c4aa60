import { describe, expect, it } from "vitest";
import { asksForHours } from "./asks-for-hours";

describe("asksForHours", () => {
  it.each([
    "你们人工几点上班",
    "客服什么时候在线",
    "营业时间是？",
    "人工几点下班啊",
    "what hours are you guys there?",
    "What are your opening hours?",
    "when is somebody available",
    "until what time are you there today?",
    "are you open on Sunday?",
    "¿hasta qué hora atienden?",
    "¿Cuál es el horario?",
    "a qué hora abren mañana",
  ])("%s", (text) => {
    expect(asksForHours(text)).toBe(true);
  });

  it.each([
    "几点能送到",
    "什么时候发货",
    "what time will it be delivered?",
    "¿a qué hora llega el paquete?",
    "¿cuál es el horario de entrega?",
    "转人工",
    "when do I get my refund",
    "how long is it open",
  ])("%s does not", (text) => {
    expect(asksForHours(text)).toBe(false);
  });
});

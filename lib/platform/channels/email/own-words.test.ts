import { describe, expect, it } from "vitest";
import { ownWords } from "./own-words";
import { bareSubject, isForwarded } from "./subject";

const mine = "The parcel is not here yet.\n\nCan you look?";

describe("quoted history", () => {
  it.each([
    ["Gmail", "On Tue, Nov 24, 2026 at 10:02 AM Casa Brisa <hello@casabrisa.example> wrote:\n\nWe sent it."],
    [
      "Gmail, wrapped",
      "On Tue, Nov 24, 2026 at 10:02 AM Casa Brisa\n<hello@casabrisa.example> wrote:\n> We sent it.",
    ],
    [
      "Gmail in Spanish",
      "El mar, 24 nov 2026 a las 10:02, Casa Brisa (<hola@casabrisa.example>) escribió:\n\n> Enviado.",
    ],
    [
      "Apple Mail in Spanish",
      "> El 24 nov 2026, a las 10:02, Casa Brisa <hola@casabrisa.example> escribió:\n> \n> Enviado.",
    ],
    ["Gmail in Chinese", "Casa Brisa <hola@casabrisa.example> 于2026年11月24日周二 10:02写道：\n\n> 已发货"],
    ["NetEase", '在 2026-11-24 10:02:00，"Casa Brisa" <hola@casabrisa.example> 写道：\n\n已发货'],
    ["NetEase in English", 'At 2026-11-24 10:02:00, "Casa Brisa" <hola@casabrisa.example> wrote:\n\nSent.'],
    [
      "Apple Mail in traditional Chinese",
      "Casa Brisa <hola@casabrisa.example> 於 2026年11月24日 上午10:02 寫道：\n\n已出貨",
    ],
    [
      "Outlook",
      "From: Casa Brisa <hello@casabrisa.example>\nSent: Tuesday, November 24, 2026 10:02 AM\nTo: Ann\nSubject: Re: Parcel\n\nWe sent it.",
    ],
    [
      "Yahoo in Spanish",
      "En martes, 24 de noviembre de 2026, 10:02:00 CET, Casa Brisa <hola@casabrisa.example> escribió:\n\nEnviado.",
    ],
    [
      "Outlook with a rule",
      "________________________________\nDe: Casa Brisa\nEnviado el: martes, 24 de noviembre\nPara: Ana\nAsunto: Pedido\n\nEnviado.",
    ],
    [
      "Outlook in Chinese",
      "发件人: Casa Brisa <hola@casabrisa.example>\n发送时间: 2026年11月24日 10:02\n收件人: 王芳\n主题: 回复: 订单\n\n已发货",
    ],
    ["Outlook in bold", "*From:* Casa Brisa\n*Date:* Tuesday\n*To:* Ann\n\nSent"],
    [
      "QQ Mail",
      '------------------ 原始邮件 ------------------\n发件人: "Casa Brisa"\n发送时间: 2026\n\n已发货',
    ],
    ["QQ Mail in English", "------------------ Original ------------------\nFrom: x\n\nSent"],
    ["NetEase on a phone", "---- 回复的原邮件 ----\n| 发件人 | Casa Brisa |\n已发货"],
    ["an old client", "-----Original Message-----\nWe sent it."],
  ])("is cut: %s", (_, history) => {
    expect(ownWords(`${mine}\n\n${history}`)).toBe(mine);
    expect(ownWords(`${mine}\n\n${history}`.replace(/\n/g, "\r\n"))).toBe(mine);
  });

  it("leaves answers between and below the quoted lines", () => {
    const text =
      "On 24 Nov 2026, Shop <a@b.example> wrote:\n> Which size?\nM, please.\n> Which colour?\n\nBlue.\n";
    expect(ownWords(text)).toBe("M, please.\n\nBlue.");
  });

  it.each([
    "On Monday I wrote:\nI want my money back.",
    "El jueves me escribió:\nsu compañera, que ya salió.",
    "From: the second floor\nplease send it to reception.",
    "De: Madrid\nPara: Sevilla",
    "客服昨天写道：\n已经发货，但是没收到。",
    "- one\n- two\n--- see below ---\nthree",
  ])("is not seen in the customer's own words: %s", (text) => {
    expect(ownWords(text)).toBe(text);
  });

  it("does not swallow the line above a Chinese attribution", () => {
    expect(ownWords("谢谢\n在 2026-11-24 10:02，店 <a@b.example> 写道：\n已发货")).toBe("谢谢");
  });

  it("stays where the customer wrote nothing else", () => {
    const all = "> Which size?\n> My answer in your line: M";
    expect(ownWords(all)).toBe(all);
  });
});

describe("signatures", () => {
  it.each([
    "-- \nAnn Lee\n+1 555 0100",
    "--\nAna",
    "Sent from my iPhone",
    "Enviado desde mi iPhone",
    "发自我的iPhone",
    "从 我的 iPhone\n获取 Outlook for iOS".split("\n")[1]!,
    "Get Outlook for Android",
    "Sent from Yahoo Mail on Android",
    "Enviado desde Outlook para iOS",
    "Enviado desde mi dispositivo Samsung",
    "Sent with Proton Mail secure email.",
  ])("are cut: %s", (signature) => {
    expect(ownWords(`${mine}\n\n${signature}\n`)).toBe(mine);
    expect(ownWords(`${mine}\n\n${signature}\n\nOn 24 Nov 2026, a@b.example wrote:\n> x`)).toBe(mine);
  });

  it.each(["Sent from the warehouse yesterday, they told me.", "Enviado desde Madrid el lunes."])(
    "are not seen in the last line of the customer's own: %s",
    (line) => expect(ownWords(`${mine}\n${line}`)).toBe(`${mine}\n${line}`),
  );

  it("leave a mail that has nothing else as it is", () => {
    expect(ownWords("-- \nAnn")).toBe("--\nAnn");
  });
});

it("takes characters out that show nothing or cannot be stored", () => {
  expect(ownWords("a\u0000b\u200bc\u00a0d\ud800e\tf\u0007")).toBe("abc d\ufffde\tf");
});

it("reads long and hostile texts in linear time", () => {
  const before = process.cpuUsage();
  for (const text of [
    "On 2026 ".repeat(30_000),
    "> \n".repeat(60_000),
    "-".repeat(200_000),
    "From: a\n".repeat(20_000),
  ])
    ownWords(text);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});

describe("subjects", () => {
  it.each([
    ["Re: RE: Order 1042", "Order 1042"],
    ["回复：答复: 订单", "订单"],
    ["RV: Fwd: Pedido", "Pedido"],
    ["Re[2]: x", "x"],
    ["Re:", ""],
    ["Return of my order", "Return of my order"],
    ["Respuesta: sí", "Respuesta: sí"],
    [undefined, ""],
  ])("without prefixes: %s", (raw, bare) => {
    expect(bareSubject(raw)).toBe(bare);
  });

  it("tell a forwarded mail", () => {
    expect(["Fwd: x", "FW: x", "转发：x", "RV: x"].every(isForwarded)).toBe(true);
    expect(["Re: Fwd: x", "forward: x", "回复：x"].some(isForwarded)).toBe(false);
  });
});

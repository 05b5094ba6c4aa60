import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scriptedOutside } from "@/test/support/scripted-outside";
import { type InboundEvent, InboundRefused, type InboundRequest } from "../adapter";
import { composeMail } from "./compose-mail";
import { emailAdapter } from "./index";

const settings = emailAdapter.settings.parse({
  address: "Hola@shop.example",
  displayName: "Tienda",
  inboundSecret: "a-secret-of-the-gateway-1",
  smtpHost: "smtp.shop.example",
});
const now = new Date("2026-11-24T12:00:00Z");
const seconds = String(now.getTime() / 1000);

const bytes = (text: string | Uint8Array) => Buffer.from(text as string, "latin1");
function post(
  body: Uint8Array,
  more: { type?: string; time?: string; secret?: string } = {},
): InboundRequest {
  const { type = "message/rfc822", time = seconds, secret = settings.inboundSecret } = more;
  const signature = createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex");
  const headers = {
    "content-type": type,
    "x-zhanggui-timestamp": time,
    "x-zhanggui-signature": `sha256=${signature}`,
  };
  return { method: "POST", query: new URLSearchParams(), headers, body };
}
const read = async (request: InboundRequest) => emailAdapter.read(request, settings, now);
const eventOf = async (raw: Uint8Array) => {
  const { events, answer } = await read(post(raw));
  expect([events.length, answer.status]).toEqual([1, 200]);
  return events[0]!;
};
type Message = Extract<InboundEvent, { is: "message" }>;
const recorded = (name: string) => eventOf(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const head = "From: Ann <ann@customer.example>\r\nTo: hola@shop.example\r\nMessage-ID: <m1@c.example>\r\n";
const mail = (headers: string, body: string | Uint8Array = "Hello") =>
  Buffer.concat([Buffer.from(`${head}${headers}\r\n\r\n`), bytes(body)]);
const refusal = (request: InboundRequest) =>
  read(request).then(
    () => null,
    (error) => (error instanceof InboundRefused ? error.why : error),
  );

describe("the gateway's call", () => {
  const raw = mail("Subject: Hi");

  it("is signed over time and body", async () => {
    expect((await read(post(raw))).events).toHaveLength(1);
    expect(await refusal(post(raw, { secret: "another-secret-of-a-gateway" }))).toBe("forged");
    expect(await refusal({ ...post(raw), body: mail("Subject: Ho") })).toBe("forged");
    const { headers } = post(raw);
    const later = String(Number(seconds) + 1);
    expect(await refusal({ ...post(raw), headers: { ...headers, "x-zhanggui-timestamp": later } })).toBe(
      "forged",
    );
    expect(await refusal({ ...post(raw), headers: { "content-type": "message/rfc822" } })).toBe("forged");
  });

  it("is good for five minutes", async () => {
    expect(await refusal(post(raw, { time: String(Number(seconds) - 299) }))).toBeNull();
    expect(await refusal(post(raw, { time: String(Number(seconds) - 301) }))).toBe("expired");
    expect(await refusal(post(raw, { time: String(Number(seconds) + 301) }))).toBe("expired");
    expect(await refusal(post(raw, { time: "soon" }))).toBe("forged");
  });

  it("may be a form with the raw mail in one of its fields, whatever its charset", async () => {
    const latin = mail("Subject: x\r\nContent-Type: text/plain; charset=iso-8859-1", "el env\u00edo");
    for (const disposition of ['name="email"', 'name="body-mime"; filename="m.eml"']) {
      const parts = [
        '--b0\r\nContent-Disposition: form-data; name="to"\r\n\r\nx\r\n',
        `--b0\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`,
        latin,
        "\r\n--b0--\r\n",
      ];
      const form = Buffer.concat(parts.map(bytes));
      const { events } = await read(post(form, { type: "multipart/form-data; boundary=b0" }));
      expect(events[0]).toMatchObject({ is: "message", text: "el envío" });
    }
  });

  it("is refused where there is no mail in it", async () => {
    const type = "multipart/form-data; boundary=b0";
    const other = bytes('--b0\r\nContent-Disposition: form-data; name="text"\r\n\r\nx\r\n--b0--\r\n');
    expect(await refusal(post(other, { type }))).toBe("malformed");
    expect(await refusal(post(other.subarray(0, 60), { type }))).toBe("malformed");
    expect(await refusal(post(raw, { type: "multipart/form-data" }))).toBe("malformed");
    expect(await refusal(post(raw, { type: "application/json" }))).toBe("malformed");
    expect(await refusal(post(new Uint8Array()))).toBe("malformed");
    expect(await refusal(post(bytes("\r\nno headers")))).toBe("malformed");
    expect(await refusal({ ...post(raw), method: "GET" })).toBe("malformed");
    expect(await refusal(post(Buffer.concat([raw, Buffer.alloc(25 * 1024 * 1024)])))).toBe("too_large");
  });
});

describe("a recorded mail", () => {
  it("from Gmail in Spanish", async () => {
    expect(await recorded("gmail-reply-es.eml")).toEqual({
      is: "message",
      providerId: "CAF0xyz+1=abc@mail.correo.example",
      from: { id: "ana.lopez@correo.example", email: "ana.lopez@correo.example", name: "Ana López" },
      at: new Date("2026-11-24T09:12:30Z"),
      text: "Hola, sigue sin llegar. ¿Podéis mirar dónde está el paquete?\n\nGracias,\nAna",
      attachments: [],
      answers: [
        "0194f0a2-0000-7000-8000-000000000002@shop.example",
        "0194f0a2-0000-7000-8000-000000000001@shop.example",
      ],
      subject: "Pedido 1042 ¿dónde está?",
    });
  });

  it("from Outlook in Chinese, HTML alone", async () => {
    expect(await recorded("outlook-html-zh.eml")).toMatchObject({
      from: { name: "王芳" },
      subject: "订单",
      text: "你好，衣服太大了，可以换成 M 码吗？",
    });
  });

  it("of a server that could not deliver", async () => {
    expect(await recorded("bounce-postfix.eml")).toEqual({
      is: "state",
      providerId: "0194f0a2-0000-7000-8000-000000000009@shop.example",
      state: "failed",
      at: new Date("2026-11-24T10:20:00Z"),
      reason: "550 5.1.1 <ana@customer.example>: Recipient address rejected: User unknown",
    });
  });

  it("of somebody who is away is no failure and no message", async () => {
    expect(await recorded("absence-exchange.eml")).toEqual({
      is: "other",
      providerId: "OOF1@customer.example",
      what: "auto_reply",
    });
  });
});

describe("charsets", () => {
  const hex = (value: string) => Buffer.from(value, "hex");
  it.each([
    ["gb18030", hex("c4e3bac3a3acb6a9b5a5a2e39439fc36"), "你好，订单€😀"],
    ["gb2312", hex("c4e3bac3a3acb6a9b5a5"), "你好，订单"],
    ["big5", hex("a741a66ea141ad71b3e6"), "你好，訂單"],
    ["iso-8859-1", hex("bf646f6e646520657374e13f"), "¿donde está?"],
    ["windows-1252", hex("9370656469646f94209639392080"), "“pedido” –99 €"],
    ["iso-8859-1", hex("49926d"), "I’m"],
    ["utf-8", Buffer.from("¿dónde? 你好"), "¿dónde? 你好"],
    ["no-such-charset", hex("706564e9"), "pedé"],
  ])("are read: %s", async (charset, body, text) => {
    expect(await eventOf(mail(`Content-Type: text/plain; charset="${charset}"`, body))).toMatchObject({
      text,
    });
  });

  it("are read in names, subjects and file names", async () => {
    const raw = Buffer.from(
      "From: =?big5?B?pP23xQ==?= <w@c.example>\r\nSubject: =?iso-8859-1?Q?env=EDo?=\r\nMessage-ID: <a@b.c>\r\n" +
        "Content-Type: application/pdf; name*=UTF-8''%E5%8F%91%E7%A5%A8.pdf\r\nContent-Disposition: attachment\r\n\r\nx",
    );
    const event = (await eventOf(raw)) as Message;
    expect(event.subject).toBe("envío");
    expect(event.from.name).toHaveLength(2);
    expect(event.attachments).toMatchObject([{ kind: "file", fileName: "发票.pdf" }]);
    expect(event.text).toBeNull();
  });
});

describe("machines", () => {
  it.each([
    ["Auto-Submitted: auto-replied", "auto_reply"],
    ["X-Autoreply: yes", "auto_reply"],
    ["Precedence: auto_reply", "auto_reply"],
    ["Subject: 自动回复：订单", "auto_reply"],
    ["Subject: Respuesta automática: x", "auto_reply"],
    ["Return-Path: <>\r\nX-Autorespond: x", "auto_reply"],
    ["Precedence: bulk", "bulk"],
    ["Precedence: list", "bulk"],
    ["List-Unsubscribe: <https://x.example>", "bulk"],
    ["List-Id: <news.x.example>", "bulk"],
    ["X-Zhanggui-Account: hola@shop.example", "own_mail"],
    ["Content-Type: multipart/report; report-type=disposition-notification; boundary=x", "receipt"],
    ["Return-Path: <>", "bounce"],
  ])("get no answer: %s", async (header, what) => {
    expect(await eventOf(mail(header))).toEqual({ is: "other", providerId: "m1@c.example", what });
  });

  it.each([
    "Auto-Submitted: no",
    "X-Zhanggui-Account: other@shop.example",
    "Subject: auto reply settings",
    "X-Auto-Response-Suppress: OOF",
  ])("are not seen in people's mails: %s", async (header) =>
    expect(await eventOf(mail(header))).toMatchObject({ is: "message" }),
  );

  it("of the shop itself go in no circle", async () => {
    const message = { id: "id-1", to: "ann@customer.example", text: "Hello" };
    const own = await composeMail(message, settings, now);
    expect(await eventOf(own)).toEqual({ is: "other", providerId: "id-1@shop.example", what: "own_mail" });
    const returned = Buffer.from(own.toString("latin1").replace(/^From: .*$/m, "From: ann@customer.example"));
    expect(await eventOf(returned)).toMatchObject({ is: "other", what: "own_mail" });
  });

  it("that give a mail back in words tell of a failure; a delay and a delivery are none", async () => {
    const daemon = "From: MAILER-DAEMON@c.example\r\nMessage-ID: <b@c.example>\r\n";
    const words = `${daemon}\r\nUser unknown.\r\n\r\n--- Below is a copy\r\nMessage-ID: <id-1@shop.example>\r\n`;
    expect(await eventOf(bytes(words))).toMatchObject({
      is: "state",
      providerId: "id-1@shop.example",
      state: "failed",
    });
    const report = (action: string) =>
      eventOf(
        bytes(
          `${daemon}In-Reply-To: <id-1@shop.example>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n` +
            `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: ${action}\r\nStatus: 4.4.1\r\n\r\n--b--\r\n`,
        ),
      );
    expect(await report("delayed")).toEqual({
      is: "other",
      providerId: "b@c.example",
      what: "delivery delayed",
    });
    expect(await report("delivered")).toMatchObject({ is: "state", state: "delivered" });
    expect(await report("failed")).toMatchObject({ is: "state", state: "failed", reason: "4.4.1" });
  });
});

describe("who, when, what", () => {
  it("is the person who gets the answer", async () => {
    const form = mail("Reply-To: Real Ann <Real@customer.example>");
    expect(await eventOf(form)).toMatchObject({ from: { id: "real@customer.example", name: "Real Ann" } });
    const group = bytes("From: undisclosed:;\r\nMessage-ID: <x@y.z>\r\n\r\nhi");
    expect(await eventOf(group)).toEqual({ is: "other", providerId: "x@y.z", what: "no_sender" });
    const own = await eventOf(mail("Reply-To: hola@shop.example"));
    expect(own).toMatchObject({ from: { id: "ann@customer.example" } });
  });

  it("is no time that cannot be", async () => {
    const at = async (date: string) => ((await eventOf(mail(`Date: ${date}`))) as Message).at;
    expect(await at("Tue, 24 Nov 2026 11:00:00 +0000")).toEqual(new Date("2026-11-24T11:00:00Z"));
    for (const date of ["Tue, 24 Nov 2031 11:00:00 +0000", "Mon, 01 Jan 2001 00:00:00 +0000", "yesterday"])
      expect(await at(date)).toEqual(now);
  });

  it("is known by its bytes where it has no id", async () => {
    const raw = bytes("From: a@b.example\r\n\r\nhi");
    const [first, again, other] = await Promise.all(
      [raw, raw, bytes("From: a@b.example\r\n\r\nho")].map(eventOf),
    );
    expect(first!.providerId).toMatch(/^[0-9a-f]{64}@no-message-id$/);
    expect(again!.providerId).toBe(first!.providerId);
    expect(other!.providerId).not.toBe(first!.providerId);
  });

  it("is the subject where there are no other words, and all of a forwarded mail", async () => {
    expect(await eventOf(mail("Subject: Where is 1042?", ""))).toMatchObject({ text: "Where is 1042?" });
    const forwarded = mail("Subject: Fwd: Invoice", "See below\n\nFrom: x\nSent: y\nTo: z\n\nthe invoice");
    expect(await eventOf(forwarded)).toMatchObject({
      text: expect.stringContaining("the invoice"),
      subject: "Invoice",
    });
  });

  it("finds the conversation of the desk's own mail", async () => {
    const sent = await emailAdapter.send({ id: "x", to: "bad", text: "x" }, settings, scriptedOutside());
    expect(sent).toMatchObject({ is: "refused" });
    const own = (await composeMail({ id: "0194-7", to: "a@b.example", text: "x" }, settings, now)).toString();
    const id = /^Message-ID: (.*)$/im.exec(own)![1]!.trim();
    expect(await eventOf(mail(`In-Reply-To: ${id}`))).toMatchObject({ answers: ["0194-7@shop.example"] });
  });
});

describe("attachments", () => {
  const base64 = (size: number) => Buffer.alloc(size, "x").toString("base64");
  const part = (type: string, size: number) =>
    `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(size)}\r\n`;
  const withParts = (...parts: string[]) =>
    eventOf(
      mail(
        "Content-Type: multipart/mixed; boundary=b",
        `--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n${parts.join("")}--b--\r\n`,
      ),
    ) as Promise<Message>;

  it("come along with their kinds, without signatures", async () => {
    const event = await withParts(
      part('image/jpeg; name="a.jpg"', 10),
      part("audio/ogg", 10),
      part("video/mp4", 10),
      part("application/pdf", 10),
      part("application/pkcs7-signature", 10),
      part("text/csv", 0),
    );
    expect(event.attachments.map(({ kind, mimeType }) => [kind, mimeType])).toEqual([
      ["image", "image/jpeg"],
      ["voice", "audio/ogg"],
      ["video", "video/mp4"],
      ["file", "application/pdf"],
    ]);
    expect(event.attachments[0]).toMatchObject({
      fileName: "a.jpg",
      source: { bytes: expect.any(Uint8Array) },
    });
    expect(event.attachmentsLeftOut).toBeUndefined();
  });

  it("are bounded in number and size, and what is left out is counted", async () => {
    const many = await withParts(...Array.from({ length: 13 }, () => part("image/png", 10)));
    expect([many.attachments.length, many.attachmentsLeftOut]).toEqual([10, 3]);
    const large = await withParts(part("video/mp4", 10 * 1024 * 1024 + 1), part("image/png", 10));
    expect([large.attachments.length, large.attachmentsLeftOut]).toEqual([1, 1]);
  });

  it("are not the small pictures of a signature", async () => {
    const inline = (size: number) =>
      `--b\r\nContent-Type: image/png\r\nContent-ID: <logo${size}>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(size)}\r\n`;
    const html =
      '--b\r\nContent-Type: text/html\r\n\r\n<p>Hi</p><img src="cid:logo100"><img src="cid:logo9000">\r\n';
    const raw = mail(
      "Content-Type: multipart/related; boundary=b",
      `${html}${inline(100)}${inline(9000)}--b--\r\n`,
    );
    const event = (await eventOf(raw)) as Message;
    expect(event.attachments.map(({ source }) => "bytes" in source && source.bytes.length)).toEqual([9000]);
  });
});

describe("a hostile mail", () => {
  it("is refused for its nesting, headers, parts or lines", async () => {
    let deep = head;
    for (let level = 0; level < 200; level += 1)
      deep += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`;
    expect(await refusal(post(bytes(deep)))).toBe("malformed");
    expect(await refusal(post(mail(`X: ${"y".repeat(300_000)}`)))).toBe("malformed");
    const parts = "--b\r\n\r\n".repeat(2_001);
    expect(await refusal(post(mail("Content-Type: multipart/mixed; boundary=b", parts)))).toBe("too_large");
    expect(await refusal(post(mail("X: y", "\n".repeat(500_001))))).toBe("too_large");
  });

  it("ends in an event or a clear refusal, whatever was changed in it", async () => {
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const names = ["gmail-reply-es.eml", "outlook-html-zh.eml", "bounce-postfix.eml", "absence-exchange.eml"];
    for (const name of names) {
      const whole = readFileSync(new URL(`fixtures/${name}`, import.meta.url));
      for (let round = 0; round < 60; round += 1) {
        const changed = Buffer.from(whole.subarray(0, whole.length - random(2) * random(whole.length)));
        for (let change = 0; change < 1 + random(20); change += 1)
          changed[random(changed.length)] = [0, 10, 13, 32, 34, 45, 58, 60, 62, 255, random(256)][
            random(11)
          ]!;
        expect([null, "malformed", "too_large"]).toContain(await refusal(post(changed)));
      }
    }
  });

  it("costs little where it is read", async () => {
    const before = process.cpuUsage();
    for (const raw of [
      mail(`References: ${"<a@b> ".repeat(30_000)}`),
      mail(`From: ${"<".repeat(50_000)}`),
      mail("Content-Type: text/html", "<blockquote>".repeat(100_000)),
      mail("Content-Type: multipart/mixed; boundary=b", "--b\r\n\r\n".repeat(2_000)),
      mail("Content-Type: text/plain; charset=utf-8", Buffer.alloc(5_000_000, 0xff)),
    ])
      expect(await refusal(post(raw))).toBeNull();
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  });
});

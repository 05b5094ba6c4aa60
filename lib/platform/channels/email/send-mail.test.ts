import PostalMime from "postal-mime";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "@/test/support/mail-server";
import { scriptedOutside } from "@/test/support/scripted-outside";
import { selfSigned } from "@/test/support/self-signed";
import type { OutboundMessage } from "../adapter";
import { createEmailAdapter } from "./index";
import { connectTo, isPublicAddress, openPublicSocket } from "./open-socket";

const { key, cert } = selfSigned("smtp.shop.example");
const certificate = { key, cert };
const message: OutboundMessage = {
  id: "0194f0a2-7b1c-7d3e-8f00-000000000001",
  to: "ana@customer.example",
  text: "Hola Ana:\n\nHa salido hoy. Sigue aquí: https://shop.example/t?a=1&b=2.\n<b>Gracias</b>",
  subject: "RE: Pedido 1042 ¿dónde está?",
  inReplyTo: { providerId: "abc.1@customer.example", at: new Date() },
};

const servers: MailServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
async function start(options: SMTPServerOptions): Promise<MailServer> {
  const server = await startMailServer(options);
  servers.push(server);
  return server;
}
const settingsFor = (port: number, more: object = {}) => ({
  address: "hola@shop.example",
  displayName: "Tienda 掌柜",
  inboundSecret: "a-secret-of-the-gateway-1",
  smtpHost: "smtp.shop.example",
  smtpPort: port,
  smtpSecurity: "starttls",
  smtpUser: "hola",
  smtpPassword: "p4ss wörd",
  ...more,
});
/** The name in the settings leads to the server of the test, as a name service would lead it. */
const adapter = (ca?: string) =>
  createEmailAdapter({ openSocket: (_host, port, timeout) => connectTo("127.0.0.1", port, timeout), ca });
const plain = { smtpSecurity: "none", smtpUser: "", smtpPassword: "" };
const send = (port: number, settings: object = plain, more: Partial<OutboundMessage> = {}, ca?: string) => {
  const mail = adapter(ca);
  return mail.send(
    { ...message, ...more },
    mail.settings.parse(settingsFor(port, settings)),
    scriptedOutside(),
  );
};
const authOptions: SMTPServerOptions = {
  ...certificate,
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    username === "hola" && password === "p4ss wörd" ? done(null, { user: username }) : done(new Error("no")),
};
const says = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

describe("a mail of the desk", () => {
  it("carries its files, byte by byte", async () => {
    const server = await start({ disabledCommands: ["STARTTLS", "AUTH"] });
    const bytes = Uint8Array.from({ length: 4_000 }, (_, at) => at % 256);
    const file = { kind: "image", mimeType: "image/png", fileName: "标签.png", bytes } as const;
    expect(await send(server.port, plain, { files: [{ ...file, width: 1, height: 1 }] })).toMatchObject({
      is: "sent",
    });
    const { attachments } = await PostalMime.parse(server.received[0]!.raw);
    expect(attachments).toMatchObject([{ filename: "标签.png", mimeType: "image/png" }]);
    expect(new Uint8Array(attachments[0]!.content as ArrayBuffer)).toEqual(bytes);
  });

  it("arrives with its thread, in words and in simple HTML", async () => {
    const server = await start({ disabledCommands: ["STARTTLS", "AUTH"] });
    const providerId = "0194f0a2-7b1c-7d3e-8f00-000000000001@shop.example";
    expect(await send(server.port)).toEqual({ is: "sent", providerId });
    const [received] = server.received;
    expect(received).toMatchObject({ from: "hola@shop.example", to: ["ana@customer.example"] });
    const mail = await PostalMime.parse(received!.raw);
    expect(mail).toMatchObject({
      from: { name: "Tienda 掌柜", address: "hola@shop.example" },
      subject: "Re: Pedido 1042 ¿dónde está?",
      messageId: `<${providerId}>`,
      inReplyTo: "<abc.1@customer.example>",
      references: "<abc.1@customer.example>",
      date: "2026-11-27T12:00:00.000Z",
    });
    expect(mail.text?.trim()).toBe(message.text);
    const link = "https://shop.example/t?a=1&amp;b=2";
    expect(mail.html?.trim()).toBe(
      `<p>Hola Ana:</p>\n<p>Ha salido hoy. Sigue aquí: <a href="${link}">${link}</a>.<br>&lt;b&gt;Gracias&lt;/b&gt;</p>`,
    );
    const keys = mail.headers.map((header) => header.key);
    expect(keys).toContain("x-zhanggui-account");
    expect(keys.filter((name) => /^list-|auto-submitted/.test(name))).toEqual([]);
  });

  it("says so when a bot wrote it", async () => {
    const server = await start({ disabledCommands: ["STARTTLS", "AUTH"] });
    await send(server.port, plain, { isAutomatic: true });
    const { headers } = await PostalMime.parse(server.received[0]!.raw);
    expect(headers.find(({ key: name }) => name === "auto-submitted")?.value).toBe("auto-replied");
  });

  it("has a subject of its own where the conversation has none, and no foreign header", async () => {
    const server = await start({ disabledCommands: ["STARTTLS", "AUTH"] });
    const bare = { subject: undefined, inReplyTo: undefined };
    await send(server.port, plain, { ...bare, text: `${"长".repeat(70)}\nmore` });
    await send(server.port, plain, { subject: "Hi\r\nBcc: victim@example.com" });
    const [first, second] = await Promise.all(server.received.map(({ raw }) => PostalMime.parse(raw)));
    expect(first!.subject).toBe(`${"长".repeat(60)}…`);
    expect(first!.inReplyTo).toBeUndefined();
    expect(second!.subject).toBe("Re: Hi Bcc: victim@example.com");
    expect(second!.bcc).toBeUndefined();
  });

  it("of many kilobytes and with lines that begin with a full stop arrives whole", async () => {
    const server = await start({ disabledCommands: ["STARTTLS", "AUTH"] });
    const text = `.begin\n${"订单 ✓ ".repeat(8_000)}\n.\n..end`;
    expect(await send(server.port, plain, { text })).toMatchObject({ is: "sent" });
    expect((await PostalMime.parse(server.received[0]!.raw)).text?.trim()).toBe(text);
  });

  it("is not begun for what cannot be sent", async () => {
    for (const [more, code] of [
      [{ to: "ana" }, "recipient"],
      [{ to: "a@b.example, c@d.example" }, "recipient"],
      [{ to: "HOLA@shop.example" }, "recipient"],
      [{ text: " " }, "empty"],
      [{ text: "a".repeat(50_001) }, "too_long"],
    ] as const)
      expect(await send(1, plain, more)).toMatchObject({ is: "refused", isFinal: true, code });
  });
});

describe("TLS", () => {
  it("comes before the password and the mail", async () => {
    const server = await start(authOptions);
    expect(await send(server.port, {}, {}, cert)).toMatchObject({ is: "sent" });
    expect(server.received[0]).toMatchObject({ isEncrypted: true, user: "hola" });
    const direct = await start({ ...authOptions, secure: true });
    expect(await send(direct.port, { smtpSecurity: "tls" }, {}, cert)).toMatchObject({ is: "sent" });
    expect(direct.received[0]).toMatchObject({ isEncrypted: true, user: "hola" });
  });

  it("is not done without: a server that offers none gets nothing", async () => {
    const server = await start({ ...authOptions, hideSTARTTLS: true, disabledCommands: ["STARTTLS"] });
    expect(await send(server.port, {}, {}, cert)).toMatchObject({
      is: "refused",
      isFinal: true,
      code: "tls",
    });
    expect(server.received).toEqual([]);
  });

  it("at the wrong port names the other choice", async () => {
    const server = await start(authOptions);
    const outcome = await send(server.port, { smtpSecurity: "tls" }, {}, cert);
    expect(outcome).toMatchObject({
      isFinal: true,
      code: "tls",
      reason: expect.stringContaining("STARTTLS"),
    });
  });

  it.each([
    ["that nobody vouches for", certificate, undefined],
    ["for another name", selfSigned("mail.other.example"), "own"],
    ["that has run out", selfSigned("smtp.shop.example", [2020, 2021]), "own"],
  ])("is refused with a certificate %s", async (_, other, ca) => {
    for (const smtpSecurity of ["starttls", "tls"]) {
      let asked = 0;
      const onAuth: SMTPServerOptions["onAuth"] = (_auth, _session, done) => {
        asked += 1;
        done(null, { user: "hola" });
      };
      const server = await start({ ...authOptions, ...other, onAuth, secure: smtpSecurity === "tls" });
      const outcome = await send(server.port, { smtpSecurity }, {}, ca && other.cert);
      expect(outcome).toMatchObject({ is: "refused", isFinal: true, code: "tls" });
      expect(asked).toBe(0);
    }
  });
});

describe("trying the settings", () => {
  const connect = async (port: number, more: object, ca?: string) => {
    const mail = adapter(ca);
    return mail.connect!(
      mail.settings.parse(settingsFor(port, more)),
      "https://desk.example/in",
      scriptedOutside(),
    );
  };

  it("signs in and sends nothing", async () => {
    const server = await start(authOptions);
    expect(await connect(server.port, {}, cert)).toEqual({ is: "connected", name: "hola@shop.example" });
    expect(await connect(server.port, { smtpPassword: "wrong" }, cert)).toMatchObject({
      is: "refused",
      code: "535",
    });
    expect(await connect(server.port, {})).toMatchObject({ is: "refused", code: "tls" });
    expect(server.received).toEqual([]);
    await server.close();
    expect(await connect(server.port, {}, cert)).toMatchObject({ is: "refused", code: "connection" });
  });
});

describe("a refusal", () => {
  const open: SMTPServerOptions = { disabledCommands: ["STARTTLS", "AUTH"] };

  it("of the sign-in is final and names the remedy", async () => {
    const server = await start(authOptions);
    const outcome = await send(server.port, { smtpPassword: "wrong" }, {}, cert);
    expect(outcome).toMatchObject({ is: "refused", isFinal: true, code: "535" });
    expect(outcome).toHaveProperty("reason", expect.stringContaining("password"));
  });

  it("with 5xx is final, with 4xx is not: recipient", async () => {
    const never = await start({
      ...open,
      onRcptTo: (_to, _session, done) => done(says(550, "No such user")),
    });
    expect(await send(never.port)).toMatchObject({
      isFinal: true,
      code: "550",
      reason: expect.stringContaining("No such user"),
    });
    const later = await start({ ...open, onRcptTo: (_to, _session, done) => done(says(451, "Greylisted")) });
    expect(await send(later.port)).toMatchObject({ isFinal: false, code: "451", retryAfterSeconds: 300 });
  });

  it("with 5xx is final, with 4xx is not: message, greeting", async () => {
    const refuse =
      (code: number): SMTPServerOptions["onData"] =>
      (stream, _session, done) => {
        stream.resume();
        stream.on("end", () => done(says(code, "Spam")));
      };
    expect(await send((await start({ ...open, onData: refuse(554) })).port)).toMatchObject({
      isFinal: true,
      code: "554",
    });
    expect(await send((await start({ ...open, onData: refuse(452) })).port)).toMatchObject({
      isFinal: false,
      code: "452",
    });
    const busy = await start({
      ...open,
      onConnect: (_session, done) => done(says(421, "Too many connections")),
    });
    expect(await send(busy.port)).toMatchObject({ is: "refused", isFinal: false });
  });

  it("is what a break before the last line counts as", async () => {
    const gone = await start(open);
    await gone.close();
    expect(await send(gone.port)).toMatchObject({ is: "refused", isFinal: false, code: "connection" });
    const server: MailServer = await start({ ...open, onRcptTo: () => server.cutAll() });
    expect(await send(server.port)).toMatchObject({ is: "refused", isFinal: false, code: "connection" });
  });

  it("is what a break in the middle of a long mail counts as", async () => {
    const server = await start(open);
    const breaking = createEmailAdapter({
      openSocket: async (_host, port, timeout) => {
        const socket = await connectTo("127.0.0.1", port, timeout);
        const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
        let left = 40_000;
        socket.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
          left -= chunk.length;
          if (left < 0) socket.destroy();
          return write(chunk, ...rest);
        };
        return socket;
      },
    });
    const text = "a line of a long mail\n".repeat(2_200);
    const settings = breaking.settings.parse(settingsFor(server.port, plain));
    const outcome = await breaking.send({ ...message, text }, settings, scriptedOutside());
    expect(outcome).toMatchObject({ is: "refused", isFinal: false, code: "connection" });
    expect(server.received).toEqual([]);
  });

  it("is not what a break after the last line counts as: nobody knows", async () => {
    const server: MailServer = await start({
      ...open,
      onData: (stream) => {
        stream.resume();
        stream.on("end", () => server.cutAll());
      },
    });
    expect(await send(server.port)).toMatchObject({ is: "unknown" });
  });
});

describe("a server that falls silent", () => {
  const hurried = (port: number) => {
    const mail = createEmailAdapter({
      openSocket: (_host, given, timeout) => connectTo("127.0.0.1", given, timeout),
      deadlineMs: 400,
    });
    return mail.send(message, mail.settings.parse(settingsFor(port, plain)), scriptedOutside());
  };
  const open: SMTPServerOptions = { disabledCommands: ["STARTTLS", "AUTH"] };

  it("is not waited for: before the mail it is a refusal, after it nobody knows", async () => {
    const before = await start({ ...open, onRcptTo: () => {} });
    expect(await hurried(before.port)).toMatchObject({ is: "refused", isFinal: false, code: "connection" });
    const after = await start({ ...open, onData: (stream) => stream.resume() });
    expect(await hurried(after.port)).toMatchObject({ is: "unknown" });
    const greeting = await start({ ...open, onConnect: () => {} });
    expect(await hurried(greeting.port)).toMatchObject({ is: "refused", isFinal: false, code: "connection" });
  });
});

describe("the server of the settings", () => {
  it("must be on the internet", async () => {
    const inside = createEmailAdapter({ openSocket: openPublicSocket });
    for (const smtpHost of ["127.0.0.1", "localhost", "10.0.0.7", "169.254.169.254"]) {
      const settings = inside.settings.parse(settingsFor(25, { ...plain, smtpHost }));
      const outcome = await inside.send(message, settings, scriptedOutside());
      expect(outcome).toMatchObject({ is: "refused", isFinal: true, code: "host" });
    }
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.1.1",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:8.8.8.8",
    "2002:7f00:1::",
    "255.255.255.255",
    "nonsense",
  ])("is not public: %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "is public: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it("has settings that fit together", () => {
    const problems = (more: object) =>
      adapter()
        .settings.safeParse(settingsFor(587, more))
        .error?.issues.map(({ path }) => path[0]);
    expect(problems({})).toBeUndefined();
    expect(problems({ smtpSecurity: "none" })).toEqual(["smtpSecurity"]);
    expect(problems({ smtpPassword: "" })).toEqual(["smtpPassword"]);
    expect(problems({ smtpHost: "http://x/" })).toEqual(["smtpHost"]);
    expect(problems({ address: "a@b, c@d.e", displayName: "a\r\nb" })).toEqual(["address", "displayName"]);
  });
});

import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { callRoute } from "@/test/support/call-route";

const { ownerUrl } = await useTestDatabase();
const { createApiKey, listApiKeys, revokeApiKey } = await import("@/lib/platform/api-keys");
const { decryptSecret, encryptSecret, generateWidgetKey, hashApiKey, isSignatureValid, signExternalId } =
  await import("./credentials");
const { readVisitorToken, signVisitorToken } = await import("./visitor-token");
const orders = await import("@/app/api/v1/orders/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop(sql);
});

describe("an API key", () => {
  it("is shown once, kept as a hash, and works until it is revoked, which is at once", async () => {
    const { id, key, prefix } = await createApiKey(shop.ctx, {
      name: "integration",
      scopes: ["orders:read"],
    });
    const [row] = await sql`SELECT * FROM api_keys WHERE id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(key);
    expect([row!.key_hash, key.startsWith(prefix)]).toEqual([hashApiKey(key), true]);
    expect((await callRoute(orders.GET, { key })).status).toBe(200);
    const { data } = await listApiKeys(shop.ctx);
    expect(data.find((listed) => listed.id === id)!.lastUsedAt).not.toBeNull();
    await revokeApiKey(shop.ctx, { id });
    expect((await callRoute(orders.GET, { key })).status).toBe(401);
    await expect(revokeApiKey(shop.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    const actions = await sql`SELECT action FROM audit_log WHERE subject_id = ${id} ORDER BY id`;
    expect(actions.map(({ action }) => action)).toEqual(["api_key.created", "api_key.revoked"]);
  });

  it("cannot make a key that may do more than itself", async () => {
    const actor = {
      type: "api_key",
      id: newId(),
      name: "k",
      scopes: ["api-keys:write", "orders:read"],
    } as const;
    const make = (scopes: ("orders:read" | "orders:write")[]) =>
      createApiKey(shop.as(actor), { name: "child", scopes });
    await expect(make(["orders:read", "orders:write"])).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("orders:write"),
    });
    expect(await make(["orders:read"])).toMatchObject({ scopes: ["orders:read"] });
  });

  it("ignores scopes that no longer exist", async () => {
    const key = await shop.createApiKey(["orders:burn" as never]);
    expect((await callRoute(orders.GET, { key })).status).toBe(403);
  });
});

describe("a visitor's token", () => {
  const claims = () => ({ merchantId: newId(), visitorId: newId(), customerId: newId() });

  it("says what it was made with", async () => {
    const made = claims();
    expect(await readVisitorToken(await signVisitorToken(made))).toMatchObject(made);
    expect(await readVisitorToken(await signVisitorToken({ ...made, customerId: null }))).toMatchObject({
      customerId: null,
    });
  });

  it("is nothing once a claim or the signature is changed", async () => {
    const token = await signVisitorToken(claims());
    const [header, payload, signature] = token.split(".") as [string, string, string];
    const forged = Buffer.from(JSON.stringify({ ...claims(), aud: "widget" })).toString("base64url");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const bad of [
      "",
      "x",
      `${header}.${forged}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}.`,
    ])
      expect(await readVisitorToken(bad)).toBeNull();
  });

  it("ends after thirty days", async () => {
    const token = await signVisitorToken(claims());
    const day = 86_400_000;
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(Date.now() + 29 * day);
      expect(await readVisitorToken(token)).not.toBeNull();
      vi.setSystemTime(Date.now() + 2 * day);
      expect(await readVisitorToken(token)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it("is not one that was signed with another secret or for another use", async () => {
    const sign = (secret: string, audience: string) =>
      new SignJWT(claims())
        .setProtectedHeader({ alg: "HS256" })
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(new TextEncoder().encode(secret));
    for (const secret of [process.env.ZHANGGUI_SECRET!, process.env.NEXTAUTH_SECRET!])
      for (const audience of ["widget", "desk"])
        expect(await readVisitorToken(await sign(secret, audience))).toBeNull();
  });
});

describe("a customer's signature", () => {
  const { secret } = generateWidgetKey();

  it("is HMAC-SHA256 in hex, as any server can make it", () => {
    const made = createHmac("sha256", secret).update("客户-42").digest("hex");
    expect(signExternalId(secret, "客户-42")).toBe(made);
    expect(isSignatureValid(secret, "客户-42", made)).toBe(true);
    expect(isSignatureValid(secret, "客户-42", made.toUpperCase())).toBe(true);
  });

  it("vouches for that id with that secret alone", () => {
    const made = signExternalId(secret, "42");
    for (const [id, signature] of [
      ["43", made],
      ["42 ", made],
      ["42", made.slice(0, -1)],
      ["42", `${made}0`],
      ["42", ""],
      ["42", "é".repeat(32)],
      ["42", signExternalId(generateWidgetKey().secret, "42")],
    ] as const)
      expect(isSignatureValid(secret, id, signature)).toBe(false);
  });
});

describe("an encrypted secret", () => {
  it("comes back, and looks different each time", () => {
    const [first, second] = [encryptSecret("钥匙 s3cret"), encryptSecret("钥匙 s3cret")];
    expect(first).not.toBe(second);
    expect(first).not.toContain("s3cret");
    expect([decryptSecret(first), decryptSecret(second)]).toEqual(["钥匙 s3cret", "钥匙 s3cret"]);
    expect(decryptSecret(encryptSecret("x"))).toBe("x");
  });

  it("does not decrypt once any part of it was changed", () => {
    const parts = encryptSecret("secret").split(".");
    for (const [i, part] of parts.entries()) {
      const bytes = Buffer.from(part, "base64url");
      bytes[0]! ^= 1;
      const changed = parts.with(i, bytes.toString("base64url")).join(".");
      expect(() => decryptSecret(changed)).toThrow();
    }
    for (const bad of ["", "a.b", parts.slice(0, 2).join(".")]) expect(() => decryptSecret(bad)).toThrow();
  });
});

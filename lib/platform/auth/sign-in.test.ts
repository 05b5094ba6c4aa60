import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson, type Person, sessionToken } from "@/test/support/people";
import { passwordSchema } from "./password-schema";

const { ownerUrl } = await useTestDatabase();
const { changePassword, signOutEverywhere } = await import("@/lib/platform/account");
const { changeMemberRole, removeMember } = await import("@/lib/platform/members");
const { readSession } = await import("./session");
const { LOGIN_RATE_LIMITED, verifyCredentials } = await import("./verify-credentials");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const PASSWORD = "correct horse battery";
let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop(sql);
});

describe("verifyCredentials", () => {
  let address = 0;
  const login = (email: string, password: string, from = `10.0.0.${++address}`) =>
    verifyCredentials({ email, password }, from);

  it("knows the right password, however the address is cased and spaced", async () => {
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    const user = { id: person.id, name: "agent", email: person.email };
    expect(await login(person.email, PASSWORD)).toEqual(user);
    expect(await login(`  ${person.email.toUpperCase()} `, PASSWORD)).toEqual(user);
  });

  it("says the same of a wrong password, an unknown person and nonsense", async () => {
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    expect(await login(person.email, `${PASSWORD} `)).toBeNull();
    expect(await login("nobody@example.test", PASSWORD)).toBeNull();
    for (const raw of [null, {}, { email: person.email }, { email: ["a"], password: {} }])
      expect(await verifyCredentials(raw, "10.1.1.1")).toBeNull();
    expect(await login(person.email, "x".repeat(129))).toBeNull();
    expect(await login(`${person.email}\0`, PASSWORD)).toBeNull();
    expect(await login("' OR 1=1 --", PASSWORD)).toBeNull();
  });

  it("hashes for an unknown person too, so that time does not tell them apart", async () => {
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    await login("warm-up@example.test", PASSWORD);
    const median = async (email: string) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        await login(email, "wrong password");
        times.push(performance.now() - start);
      }
      return times.sort((x, y) => x - y)[2]!;
    };
    // A look-up alone takes a millisecond or two, a hash more than ten.
    const [known, unknown] = [await median(person.email), await median("stranger@example.test")];
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it("refuses the ninth try in a quarter of an hour, even with the right password", async () => {
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    for (let i = 0; i < 8; i++) expect(await login(person.email, "wrong")).toBeNull();
    await expect(login(person.email, PASSWORD)).rejects.toThrow(LOGIN_RATE_LIMITED);
    await expect(login(person.email.toUpperCase(), PASSWORD)).rejects.toThrow(LOGIN_RATE_LIMITED);
    await sql`UPDATE rate_limits SET window_started_at = now() - interval '16 minutes'`;
    expect(await login(person.email, PASSWORD)).not.toBeNull();
  });

  it("begins to count anew after a success", async () => {
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 7; i++) await login(person.email, "wrong");
      expect(await login(person.email, PASSWORD)).not.toBeNull();
    }
  });

  it("limits one address that tries many people", async () => {
    await sql`INSERT INTO rate_limits (bucket, window_started_at, hits) VALUES ('login:address:10.9.9.9', now(), 60)`;
    const person = await addPerson(shop, "agent", { password: PASSWORD });
    await expect(login(person.email, PASSWORD, "10.9.9.9, 10.0.0.1")).rejects.toThrow(LOGIN_RATE_LIMITED);
    expect(await login(person.email, PASSWORD, "10.9.9.8")).not.toBeNull();
  });
});

describe("passwordSchema", () => {
  it.each([
    ["short pass1", "at least 12"],
    ["x".repeat(129), "at most 128"],
    ["aaaabbbbaaaa", "different"],
    ["Password1234", "common"],
    ["ADMINISTRATOR", "common"],
  ])("refuses %j", (password, reason) => {
    const result = passwordSchema.safeParse(password);
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain(reason);
  });

  it.each(["twelve chars", "掌柜的密码要够长才可以哦", "no capitals or digits needed"])(
    "takes %j",
    (password) => {
      expect(passwordSchema.safeParse(password).success).toBe(true);
    },
  );
});

describe("a session", () => {
  const open = async (person: Person, at?: number) =>
    readSession(await sessionToken(person.id, at), undefined);

  it("names the person and their shop", async () => {
    const person = await addPerson(shop, "operator");
    expect(await open(person)).toMatchObject({
      user: { id: person.id, email: person.email, mustChangePassword: false },
      active: { merchantId: shop.merchantId, role: "operator", timeZone: "Asia/Shanghai" },
    });
  });

  it("is nothing without a token that we signed for somebody who exists", async () => {
    const person = await addPerson(shop, "operator");
    const token = await sessionToken(person.id);
    for (const bad of [undefined, "", "x.y.z", `${token.slice(0, -3)}AAA`, token.slice(1)])
      expect(await readSession(bad, undefined)).toBeNull();
    expect(
      await readSession(await sessionToken("0190f000-0000-7000-8000-00000000dead"), undefined),
    ).toBeNull();
  });

  it("ends everywhere at once, and a new one can begin", async () => {
    const person = await addPerson(shop, "agent");
    const before = Date.now() - 5;
    expect(await open(person, before)).not.toBeNull();
    await signOutEverywhere(person.ctx);
    expect(await open(person, before)).toBeNull();
    expect(await open(person, Date.now() + 5)).not.toBeNull();
  });

  it("ends with a password change, which wants the old password and a good new one", async () => {
    const person = await addPerson(shop, "viewer", { password: PASSWORD });
    const before = Date.now() - 5;
    const change = (current: string, next: string) => changePassword(person.ctx, { current, next });
    await expect(change("wrong", "a brand new secret")).rejects.toMatchObject({
      issues: [{ path: "current" }],
    });
    await expect(change(PASSWORD, "short")).rejects.toMatchObject({ issues: [{ path: "next" }] });
    expect(await open(person, before)).not.toBeNull();
    await change(PASSWORD, "a brand new secret");
    expect(await open(person, before)).toBeNull();
    expect(await verifyCredentials({ email: person.email, password: PASSWORD }, "10.2.2.2")).toBeNull();
    const again = { email: person.email, password: "a brand new secret" };
    expect(await verifyCredentials(again, "10.2.2.2")).toMatchObject({ id: person.id });
    const actions = await sql`SELECT action FROM audit_log WHERE subject_id = ${person.id}`;
    expect(actions.map(({ action }) => action)).toEqual(["user.password_changed"]);
  });

  it("lets nobody guess the old password by changing it", async () => {
    const person = await addPerson(shop, "viewer", { password: PASSWORD });
    const change = (current: string) => changePassword(person.ctx, { current, next: "a brand new secret" });
    for (let i = 0; i < 8; i++)
      await expect(change("wrong")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("follows the member's role at once, and their removal", async () => {
    const owner = await addPerson(shop, "owner");
    const person = await addPerson(shop, "agent");
    await changeMemberRole(owner.ctx, { userId: person.id, role: "viewer" });
    expect(await open(person)).toMatchObject({ active: { role: "viewer" } });
    await removeMember(owner.ctx, { userId: person.id });
    expect(await open(person)).toBeNull();
  });

  it("is for people: a key, a visitor or the system has no account", async () => {
    for (const actor of [
      { type: "api_key", id: "k", name: "k", scopes: [] },
      { type: "customer", visitorId: "v", customerId: null },
      { type: "system", name: "s" },
    ] as const)
      await expect(signOutEverywhere(shop.as(actor))).rejects.toMatchObject({ code: "forbidden" });
  });
});

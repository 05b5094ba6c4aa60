import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { addMember, changeMemberRole, listMembers, removeMember } = await import(".");
const { verifyCredentials } = await import("@/lib/platform/auth/verify-credentials");
const { assignConversation, countInbox, reopenConversation, snoozeConversation, startConversation } =
  await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let owner: Person;
beforeEach(async () => {
  shop = await createTestShop(sql);
  owner = await addPerson(shop, "owner");
});

const rolesNow = async () =>
  Object.fromEntries((await listMembers(owner.ctx)).map(({ id, role }) => [id, role]));
const audit = async () => {
  const rows = await sql`SELECT action, actor_id, subject_id, details FROM audit_log
    WHERE merchant_id = ${shop.merchantId} ORDER BY id`;
  return rows.map((row) => ({ ...row }));
};

describe("addMember", () => {
  const newcomer = () => ({ email: `New.${newId()}@example.test`, name: "Nova", role: "agent" as const });

  it("gives a newcomer a temporary password, which signs in and must be changed", async () => {
    const input = newcomer();
    const added = await addMember(owner.ctx, input);
    expect(added).toMatchObject({ email: input.email, role: "agent" });
    const login = { email: input.email, password: added.temporaryPassword };
    expect(await verifyCredentials(login, "10.0.0.1")).toMatchObject({ id: added.id });
    const [row] = await sql`SELECT must_change_password, password_hash FROM users WHERE id = ${added.id}`;
    expect(row!.must_change_password).toBe(true);
    expect(row!.password_hash).not.toContain(added.temporaryPassword);
    expect(await audit()).toEqual([
      { action: "member.added", actor_id: owner.id, subject_id: added.id, details: { role: "agent" } },
    ]);
    expect(JSON.stringify(await audit())).not.toContain(added.temporaryPassword);
  });

  it("lets someone who has an account keep their password", async () => {
    const elsewhere = await addPerson(await createTestShop(sql), "owner", { password: "their own password" });
    const added = await addMember(owner.ctx, { ...newcomer(), email: elsewhere.email.toUpperCase() });
    expect(added).toMatchObject({ id: elsewhere.id, temporaryPassword: null });
    const login = { email: elsewhere.email, password: "their own password" };
    expect(await verifyCredentials(login, "10.0.0.2")).toMatchObject({ id: elsewhere.id });
  });

  it("adds nobody twice, and nobody without an address", async () => {
    const input = newcomer();
    await addMember(owner.ctx, input);
    await expect(addMember(owner.ctx, input)).rejects.toMatchObject({ code: "conflict" });
    for (const bad of [{ email: "nobody" }, { name: "  " }, { role: "god" as never }])
      await expect(addMember(owner.ctx, { ...newcomer(), ...bad })).rejects.toMatchObject({
        code: "invalid_input",
      });
  });
});

describe("a shop keeps an owner", () => {
  it("who can neither step down nor go while they are the last", async () => {
    for (const role of ["operator", "agent", "viewer"] as const)
      await expect(changeMemberRole(owner.ctx, { userId: owner.id, role })).rejects.toMatchObject({
        code: "conflict",
      });
    await expect(removeMember(owner.ctx, { userId: owner.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await rolesNow()).toEqual({ [owner.id]: "owner" });
    await changeMemberRole(owner.ctx, { userId: owner.id, role: "owner" });
  });

  it("even when two owners demote or remove each other at once", async () => {
    for (let round = 0; round < 5; round++) {
      const second = await addPerson(shop, "owner");
      const results = await Promise.allSettled([
        changeMemberRole(owner.ctx, { userId: second.id, role: "agent" }),
        round % 2
          ? removeMember(second.ctx, { userId: owner.id })
          : changeMemberRole(second.ctx, { userId: owner.id, role: "agent" }),
      ]);
      const refused = results.filter((result) => result.status === "rejected");
      expect(refused.map(({ reason }) => reason.code)).toEqual(["conflict"]);
      const left = Object.entries(await rolesNow()).filter(([, role]) => role === "owner");
      expect(left).toHaveLength(1);
      if (left[0]![0] !== owner.id) owner = second;
    }
  });
});

describe("changes of members", () => {
  it("are recorded with what was and what is", async () => {
    const agent = await addPerson(shop, "agent");
    await changeMemberRole(owner.ctx, { userId: agent.id, role: "operator" });
    await removeMember(owner.ctx, { userId: agent.id });
    expect(await audit()).toEqual([
      {
        action: "member.role_changed",
        actor_id: owner.id,
        subject_id: agent.id,
        details: { from: "agent", to: "operator" },
      },
      { action: "member.removed", actor_id: owner.id, subject_id: agent.id, details: {} },
    ]);
  });

  it("reach members of this shop only", async () => {
    const stranger = await addPerson(await createTestShop(sql), "agent");
    for (const userId of [stranger.id, newId()]) {
      const change = changeMemberRole(owner.ctx, { userId, role: "viewer" });
      await expect(change).rejects.toMatchObject({ code: "not_found" });
      await expect(removeMember(owner.ctx, { userId })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(Object.keys(await rolesNow())).toEqual([owner.id]);
    const [kept] = await sql`SELECT role FROM memberships WHERE user_id = ${stranger.id}`;
    expect(kept!.role).toBe("agent");
  });
});

it("removing a member sets their conversations free, the snoozed ones too", async () => {
  const agent = await addPerson(shop, "agent");
  const start = async () => {
    const { id } = await startConversation(shop.ctx, { channel: "api", customer: { externalId: newId() } });
    await assignConversation(owner.ctx, { id, assigneeId: agent.id });
    return id;
  };
  const [, snoozed] = [await start(), await start()];
  await snoozeConversation(agent.ctx, { id: snoozed, until: new Date(Date.now() + 60_000).toISOString() });
  await removeMember(owner.ctx, { userId: agent.id });
  expect(await countInbox(owner.ctx)).toMatchObject({ needsPerson: 1, snoozed: 1 });
  const woken = await reopenConversation(owner.ctx, { id: snoozed });
  expect(woken).toMatchObject({ assigneeId: null, owner: "human", waitingSince: expect.any(String) });
  expect(await countInbox(owner.ctx)).toMatchObject({ needsPerson: 2, snoozed: 0 });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { can, type Permission, ROLES, type Role } from "@/lib/core/permissions";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson, type Person } from "@/test/support/people";
import { png } from "@/test/support/picture-files";

const { ownerUrl } = await useTestDatabase();
const account = await import("@/lib/platform/account");
const apiKeys = await import("@/lib/platform/api-keys");
const attachments = await import("@/lib/platform/attachments");
const audit = await import("@/lib/platform/audit");
const channels = await import("@/lib/platform/channels");
const conversations = await import("@/lib/service/conversations");
const views = await import("@/lib/service/inbox-views");
const knowledge = await import("@/lib/data/knowledge");
const macros = await import("@/lib/service/macros");
const llm = await import("@/lib/platform/llm");
const members = await import("@/lib/platform/members");
const hours = await import("@/lib/data/business-hours");
const staffing = await import("@/lib/service/staffing");
const shopVerbs = await import("@/lib/platform/shop");
const suggestions = await import("@/lib/service/suggestions");
const voice = await import("@/lib/service/voice");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let people: Record<Role, Person>;
let conversationId: string;
beforeAll(async () => {
  shop = await createTestShop(sql);
  const made = await Promise.all(ROLES.map(async (role) => [role, await addPerson(shop, role)] as const));
  people = Object.fromEntries(made) as Record<Role, Person>;
  const start = { channel: "api" as const, customer: { externalId: "li" } };
  conversationId = (await conversations.startConversation(shop.ctx, start)).id;
});

/**
 * What each verb needs, beside a call whose input is valid and names records that do not exist: a refusal for the
 * permission must come before anything is said about the records. `self` is for everybody who is signed in.
 */
const ghost = { id: newId(), userId: newId() };
const VERBS: Record<string, [needs: Permission | "self", call: (ctx: Context) => Promise<unknown>]> = {
  createApiKey: [
    "api-keys:write",
    (ctx) => apiKeys.createApiKey(ctx, { name: "k", scopes: ["orders:read"] }),
  ],
  listApiKeys: ["api-keys:read", (ctx) => apiKeys.listApiKeys(ctx)],
  revokeApiKey: ["api-keys:write", (ctx) => apiKeys.revokeApiKey(ctx, ghost)],
  listAuditLog: ["audit-log:read", (ctx) => audit.listAuditLog(ctx)],
  createChannelAccount: [
    "settings:write",
    (ctx) => {
      const settings = { botToken: `123456:${"a".repeat(35)}` };
      return channels.createChannelAccount(ctx, { kind: "telegram", name: "C", settings });
    },
  ],
  deleteChannelAccount: ["settings:write", (ctx) => channels.deleteChannelAccount(ctx, ghost)],
  getChannelAccount: ["settings:write", (ctx) => channels.getChannelAccount(ctx, ghost)],
  listChannelAccounts: ["settings:write", (ctx) => channels.listChannelAccounts(ctx)],
  listChannelKinds: ["settings:write", (ctx) => channels.listChannelKinds(ctx)],
  listDeliveries: ["conversations:read", (ctx) => channels.listDeliveries(ctx)],
  rotateChannelAddress: ["settings:write", (ctx) => channels.rotateChannelAddress(ctx, ghost)],
  testChannelAccount: ["settings:write", (ctx) => channels.testChannelAccount(ctx, ghost)],
  updateChannelAccount: [
    "settings:write",
    (ctx) => channels.updateChannelAccount(ctx, { ...ghost, name: "C" }),
  ],
  addMember: [
    "members:write",
    (ctx) => members.addMember(ctx, { email: `${newId()}@example.test`, name: "N", role: "viewer" }),
  ],
  changeMemberRole: ["members:write", (ctx) => members.changeMemberRole(ctx, { ...ghost, role: "viewer" })],
  removeMember: ["members:write", (ctx) => members.removeMember(ctx, ghost)],
  listMembers: ["members:read", (ctx) => members.listMembers(ctx)],
  getShop: ["self", (ctx) => shopVerbs.getShop(ctx)],
  updateShop: [
    "settings:write",
    (ctx) => shopVerbs.updateShop(ctx, { name: "Test shop", timeZone: "Asia/Shanghai", defaultLocale: "en" }),
  ],
  createWidgetKey: ["settings:write", (ctx) => shopVerbs.createWidgetKey(ctx)],
  listWidgetKeys: ["settings:write", (ctx) => shopVerbs.listWidgetKeys(ctx)],
  getWidgetSecret: ["settings:write", (ctx) => shopVerbs.getWidgetSecret(ctx, ghost)],
  setAllowedOrigins: [
    "settings:write",
    (ctx) => shopVerbs.setAllowedOrigins(ctx, { ...ghost, allowedOrigins: [] }),
  ],
  setMaskPersonalData: [
    "settings:write",
    (ctx) => shopVerbs.setMaskPersonalData(ctx, { ...ghost, maskPersonalData: true }),
  ],
  setUnderstandInBrowser: [
    "settings:write",
    (ctx) => shopVerbs.setUnderstandInBrowser(ctx, { ...ghost, understandInBrowser: true }),
  ],
  setTypingPreview: ["settings:write", (ctx) => shopVerbs.setTypingPreview(ctx, { isOn: false })],
  revokeWidgetKey: ["settings:write", (ctx) => shopVerbs.revokeWidgetKey(ctx, ghost)],
  changePassword: ["self", (ctx) => account.changePassword(ctx, { current: "x", next: "a long enough one" })],
  signOutEverywhere: ["self", (ctx) => account.signOutEverywhere(ctx)],
  listConversations: ["conversations:read", (ctx) => conversations.listConversations(ctx)],
  getConversation: ["conversations:read", (ctx) => conversations.getConversation(ctx, ghost)],
  getLiveConversation: ["conversations:read", (ctx) => conversations.getLiveConversation(ctx, ghost)],
  countInbox: ["conversations:read", (ctx) => conversations.countInbox(ctx)],
  listAssignees: ["conversations:write", (ctx) => conversations.listAssignees(ctx)],
  startConversation: [
    "conversations:write",
    (ctx) => conversations.startConversation(ctx, { channel: "api", customer: { externalId: "li" } }),
  ],
  sendMessage: [
    "conversations:write",
    (ctx) => conversations.sendMessage(ctx, { ...ghost, author: "agent", text: "t", clientMessageId: "c" }),
  ],
  resendMessage: [
    "conversations:write",
    (ctx) => conversations.resendMessage(ctx, { ...ghost, messageId: ghost.id }),
  ],
  fetchMessageAttachment: [
    "conversations:read",
    (ctx) => conversations.fetchMessageAttachment(ctx, { ...ghost, messageId: ghost.id, index: 0 }),
  ],
  findMatchingCustomers: ["customers:read", (ctx) => conversations.findMatchingCustomers(ctx, ghost)],
  linkCustomer: [
    "customers:write",
    (ctx) => conversations.linkCustomer(ctx, { ...ghost, customerId: ghost.id }),
  ],
  tellContactApart: [
    "customers:write",
    (ctx) => conversations.tellContactApart(ctx, { ...ghost, customerId: ghost.id, isDistinct: true }),
  ],
  suggestReplies: [
    "conversations:write",
    (ctx) => suggestions.suggestReplies(ctx, { conversationId: ghost.id }),
  ],
  chooseSuggestion: [
    "conversations:write",
    (ctx) =>
      suggestions.chooseSuggestion(ctx, {
        conversationId: ghost.id,
        key: "task-0123456789abcdef",
        choice: "rejected",
      }),
  ],
  addNote: ["conversations:write", (ctx) => conversations.addNote(ctx, { ...ghost, text: "t" })],
  announceTyping: [
    "conversations:write",
    (ctx) => conversations.announceTyping(ctx, { ...ghost, isTyping: true }),
  ],
  announcePresence: [
    "conversations:write",
    (ctx) => conversations.announcePresence(ctx, { ...ghost, state: "here" }),
  ],
  scheduleMessage: [
    "conversations:write",
    (ctx) =>
      conversations.scheduleMessage(ctx, {
        ...ghost,
        text: "t",
        clientMessageId: "c",
        sendAt: new Date(Date.now() + 3_600_000).toISOString(),
      }),
  ],
  cancelScheduled: [
    "conversations:write",
    (ctx) => conversations.cancelScheduled(ctx, { ...ghost, scheduledId: ghost.id }),
  ],
  getBusinessHours: ["conversations:read", (ctx) => hours.getBusinessHours(ctx)],
  setBusinessHours: [
    "settings:write",
    (ctx) => hours.setBusinessHours(ctx, { week: Array(7).fill([]), special: [] }),
  ],
  getServiceLevels: ["conversations:read", (ctx) => staffing.getServiceLevels(ctx)],
  setServiceLevels: ["settings:write", (ctx) => staffing.setServiceLevels(ctx, { levels: [] })],
  getAssignment: ["conversations:read", (ctx) => staffing.getAssignment(ctx)],
  setAssignment: [
    "settings:write",
    (ctx) => staffing.setAssignment(ctx, { mode: "off", matchesLanguage: true, reassignAfterMinutes: null }),
  ],
  setCapacity: ["members:write", (ctx) => staffing.setCapacity(ctx, { ...ghost, languages: [], maxOpen: 1 })],
  setAvailability: ["members:write", (ctx) => staffing.setAvailability(ctx, { ...ghost, isAvailable: true })],
  summariseConversation: ["conversations:write", (ctx) => conversations.summariseConversation(ctx, ghost)],
  translateMessages: [
    "conversations:write",
    (ctx) => conversations.translateMessages(ctx, { ...ghost, language: "es" }),
  ],
  translateDraft: [
    "conversations:write",
    (ctx) => conversations.translateDraft(ctx, { ...ghost, text: "Hello" }),
  ],
  getLanguageModel: ["settings:write", (ctx) => llm.getLanguageModel(ctx)],
  listModelTasks: ["conversations:read", (ctx) => llm.listModelTasks(ctx)],
  removeLanguageModel: ["settings:write", (ctx) => llm.removeLanguageModel(ctx)],
  // Before one is set up: nothing is called outside.
  testLanguageModel: ["settings:write", (ctx) => llm.testLanguageModel(ctx)],
  setLanguageModel: [
    "settings:write",
    (ctx) => llm.setLanguageModel(ctx, { baseUrl: "https://model.example/v1", model: "m" }),
  ],
  takeOverConversation: ["conversations:write", (ctx) => conversations.takeOverConversation(ctx, ghost)],
  handBackConversation: ["conversations:write", (ctx) => conversations.handBackConversation(ctx, ghost)],
  resolveConversation: ["conversations:write", (ctx) => conversations.resolveConversation(ctx, ghost)],
  reopenConversation: ["conversations:write", (ctx) => conversations.reopenConversation(ctx, ghost)],
  snoozeConversation: [
    "conversations:write",
    (ctx) => conversations.snoozeConversation(ctx, { ...ghost, until: "2999-01-01T00:00:00Z" }),
  ],
  assignConversation: [
    "conversations:write",
    (ctx) => conversations.assignConversation(ctx, { ...ghost, assigneeId: null }),
  ],
  readMentions: ["conversations:read", (ctx) => conversations.readMentions(ctx, ghost)],
  searchConversations: ["conversations:read", (ctx) => conversations.searchConversations(ctx, { q: "tea" })],
  labelConversation: [
    "conversations:write",
    (ctx) => conversations.labelConversation(ctx, { ...ghost, add: [ghost.id] }),
  ],
  updateConversations: [
    "conversations:write",
    (ctx) => conversations.updateConversations(ctx, { ids: [ghost.id], act: { type: "resolve" } }),
  ],
  undoAct: ["conversations:write", (ctx) => conversations.undoAct(ctx, ghost)],
  runMacro: [
    "conversations:write",
    (ctx) => conversations.runMacro(ctx, { conversationId: ghost.id, macroId: ghost.id }),
  ],
  createMacro: [
    "knowledge:write",
    (ctx) => macros.createMacro(ctx, { name: newId(), steps: [{ type: "resolve" }] }),
  ],
  updateMacro: ["conversations:write", (ctx) => macros.updateMacro(ctx, { ...ghost, name: "M" })],
  deleteMacro: ["conversations:write", (ctx) => macros.deleteMacro(ctx, ghost)],
  listMacros: ["conversations:read", (ctx) => macros.listMacros(ctx)],
  createInboxView: [
    "knowledge:write",
    (ctx) => views.createInboxView(ctx, { name: newId(), isPersonal: false, filters: {} }),
  ],
  updateInboxView: ["conversations:write", (ctx) => views.updateInboxView(ctx, { ...ghost, name: "V" })],
  deleteInboxView: ["conversations:write", (ctx) => views.deleteInboxView(ctx, ghost)],
  listInboxViews: ["conversations:read", (ctx) => views.listInboxViews(ctx)],
  reorderInboxViews: [
    "conversations:write",
    (ctx) => views.reorderInboxViews(ctx, { isPersonal: true, ids: [ghost.id] }),
  ],
  rateConversation: [
    "conversations:write",
    (ctx) => conversations.rateConversation(ctx, { ...ghost, score: 5 }),
  ],
  archiveArticle: ["knowledge:write", (ctx) => knowledge.archiveArticle(ctx, ghost)],
  countKnowledge: ["knowledge:read", (ctx) => knowledge.countKnowledge(ctx)],
  createArticle: [
    "knowledge:write",
    (ctx) => knowledge.createArticle(ctx, { language: "en", title: "T", body: "B" }),
  ],
  draftArticleFromConversation: [
    "knowledge:write",
    (ctx) => knowledge.draftArticleFromConversation(ctx, { conversationId: ghost.id }),
  ],
  dismissQuestion: ["knowledge:write", (ctx) => knowledge.dismissQuestion(ctx, ghost)],
  getArticle: ["knowledge:read", (ctx) => knowledge.getArticle(ctx, ghost)],
  importArticles: [
    "knowledge:write",
    (ctx) => knowledge.importArticles(ctx, { format: "markdown", content: "# T\n\nB" }),
  ],
  linkQuestion: ["knowledge:write", (ctx) => knowledge.linkQuestion(ctx, { ...ghost, articleId: ghost.id })],
  listArticles: ["knowledge:read", (ctx) => knowledge.listArticles(ctx)],
  getQuestion: ["knowledge:read", (ctx) => knowledge.getQuestion(ctx, ghost)],
  listArticleGroups: ["knowledge:read", (ctx) => knowledge.listArticleGroups(ctx)],
  listCitations: ["knowledge:read", (ctx) => knowledge.listCitations(ctx, ghost)],
  listQuestions: ["knowledge:read", (ctx) => knowledge.listQuestions(ctx)],
  listVersions: ["knowledge:read", (ctx) => knowledge.listVersions(ctx, ghost)],
  publishArticle: ["knowledge:write", (ctx) => knowledge.publishArticle(ctx, ghost)],
  recordQuestion: ["knowledge:read", (ctx) => knowledge.recordQuestion(ctx, { text: "How?" })],
  reopenQuestion: ["knowledge:write", (ctx) => knowledge.reopenQuestion(ctx, ghost)],
  restoreVersion: ["knowledge:write", (ctx) => knowledge.restoreVersion(ctx, { ...ghost, number: 1 })],
  searchKnowledge: ["knowledge:read", (ctx) => knowledge.searchKnowledge(ctx, { q: "How?" })],
  unpublishArticle: ["knowledge:write", (ctx) => knowledge.unpublishArticle(ctx, ghost)],
  updateArticle: ["knowledge:write", (ctx) => knowledge.updateArticle(ctx, { ...ghost, title: "T" })],
  openAttachment: ["conversations:read", (ctx) => attachments.openAttachment(ctx, ghost)],
  uploadAttachment: [
    "conversations:write",
    (ctx) => attachments.uploadAttachment(ctx, { bytes: png(), fileName: "a.png" }),
  ],
  analyzeVoice: [
    "understanding:use",
    (ctx) => voice.analyzeVoice(ctx, { stream: (async function* () {})() }),
  ],
};

/** Verbs that act for no member: the widget's visitor, a platform, or what only other verbs and jobs call. */
const NOT_FOR_MEMBERS = [
  "ANSWERING_ROLES",
  "ConnectionBroken",
  "askModel",
  "countRefusal",
  "readModelTasks",
  "toModelError",
  "requestOutside",
  "announceCorrection",
  "announceVisitorTyping",
  "applyDeliveryState",
  "countByFilters",
  "countMacroRuns",
  "claimAttachments",
  "decodeEvents",
  "deliverConversation",
  "fetchAttachment",
  "findMacro",
  "findVisitorConversationId",
  "getVisitorConversation",
  "hearRecording",
  "levelOf",
  "lockCustomerMessage",
  "openSignedAttachment",
  "openVisitorSession",
  "planDelivery",
  "queueDeliveries",
  "rateAsVisitor",
  "readAssignmentRules",
  "maxCallBytes",
  "readBusinessHours",
  "readPeriod",
  "readServiceRules",
  "readTimeZone",
  "readWholeFiles",
  "receiveCall",
  "recordAudit",
  "refreshMessageState",
  "requeueDeliveries",
  "requireDeliverable",
  "selectForVisitor",
  "sendVisitorMessage",
  "sendVisitorVoice",
  "signAttachmentAddress",
  "storeAttachment",
  "toMessageAttachment",
  "toMessageDto",
  "toVisitorAnswer",
  "uploadVisitorAttachment",
  "voiceAnalyzer",
];

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error) => error.code as string,
  );

describe("who may do what", () => {
  it("is said here for every verb of these domains", () => {
    const exported = [
      account,
      apiKeys,
      attachments,
      audit,
      channels,
      conversations,
      hours,
      knowledge,
      macros,
      llm,
      members,
      shopVerbs,
      staffing,
      suggestions,
      views,
      voice,
    ].flatMap((domain) => Object.keys(domain));
    expect([...Object.keys(VERBS), ...NOT_FOR_MEMBERS].sort()).toEqual(exported.sort());
  });

  const cases = Object.entries(VERBS).flatMap(([verb, [needs, call]]) =>
    ROLES.map((role) => [verb, role, needs, call] as const),
  );
  it.each(cases)("%s by the %s", async (_, role, needs, call) => {
    const { ctx } = people[role];
    const code = await codeOf(call(ctx));
    const isAllowed = needs === "self" || can(ctx.actor, needs);
    if (isAllowed) expect(["done", "not_found", "invalid_input"]).toContain(code);
    else expect(code).toBe("forbidden");
  });

  it.each(Object.entries(VERBS))(
    "%s refuses a visitor and a key without scopes",
    async (verb, [needs, call]) => {
      const visitor = shop.as({ type: "customer", visitorId: newId(), customerId: null });
      const key = shop.as({ type: "api_key", id: newId(), name: "k", scopes: [] });
      if (verb === "getShop") return expect(needs).toBe("self");
      expect([await codeOf(call(visitor)), await codeOf(call(key))]).toEqual(["forbidden", "forbidden"]);
    },
  );
});

describe("who does not belong to the shop", () => {
  it("is seen by nobody in it: not as a member, an assignee or the shop", async () => {
    const stranger = await addPerson(await createTestShop(sql), "owner", { name: "Stranger" });
    const seen = await members.listMembers(people.owner.ctx);
    expect(seen.map(({ name }) => name).sort()).toEqual(expect.arrayContaining([...ROLES].sort()));
    expect(JSON.stringify(seen)).not.toContain(stranger.id);
    expect(JSON.stringify(await conversations.listAssignees(people.owner.ctx))).not.toContain(stranger.id);
    const elsewhere = await members.listMembers(stranger.ctx);
    expect(elsewhere.map(({ id }) => id)).toEqual([stranger.id]);
    expect((await shopVerbs.getShop(stranger.ctx)).id).not.toBe(shop.merchantId);
  });

  it("finds no conversation of it", async () => {
    const stranger = await addPerson(await createTestShop(sql), "owner");
    const read = conversations.getConversation(stranger.ctx, { id: conversationId });
    await expect(read).rejects.toMatchObject({ code: "not_found" });
    expect((await conversations.listConversations(stranger.ctx)).data).toEqual([]);
  });
});

describe("the shop's settings", () => {
  const settings = { name: " Tea & Co ", timeZone: "America/Mexico_City", defaultLocale: "es" } as const;

  it("are changed, trimmed and recorded; the currency stays", async () => {
    const changed = await shopVerbs.updateShop(people.owner.ctx, settings);
    expect(changed).toMatchObject({ ...settings, name: "Tea & Co", baseCurrency: "CNY" });
    const { data } = await audit.listAuditLog(people.owner.ctx, { action: "shop.updated", limit: 1 });
    expect(data[0]).toMatchObject({
      actor: { type: "user", id: people.owner.id, name: "owner" },
      subject: { type: "shop", id: shop.merchantId },
      details: { ...settings, name: "Tea & Co" },
    });
  });

  it.each([{ name: "" }, { name: "x".repeat(81) }, { timeZone: "Mars/Base" }, { defaultLocale: "fr" }])(
    "refuse %o",
    async (bad) => {
      const change = shopVerbs.updateShop(people.owner.ctx, { ...settings, ...bad } as never);
      await expect(change).rejects.toMatchObject({ code: "invalid_input" });
    },
  );
});

describe("a widget key", () => {
  it("is listed without its secret, which only who may change settings can read", async () => {
    const { id } = await shopVerbs.createWidgetKey(people.owner.ctx);
    const secret = await shopVerbs.getWidgetSecret(people.owner.ctx, { id });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    const [row] = await sql`SELECT * FROM widget_keys WHERE id = ${id}`;
    expect(JSON.stringify([row, await shopVerbs.listWidgetKeys(people.owner.ctx)])).not.toContain(secret);
    await shopVerbs.setAllowedOrigins(people.owner.ctx, { id, allowedOrigins: ["https://a.example"] });
    await shopVerbs.revokeWidgetKey(people.owner.ctx, { id });
    const { data } = await audit.listAuditLog(people.owner.ctx, { subjectId: id });
    expect(data.map(({ action }) => action)).toEqual([
      "widget_key.revoked",
      "widget_key.origins_changed",
      "widget_key.created",
    ]);
    expect(JSON.stringify(data)).not.toContain(secret);
  });
});

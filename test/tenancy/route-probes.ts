import { newId } from "@/lib/core/ids";
import type { Call } from "@/test/support/call-route";
import type { FilledShop } from "@/test/support/fill-shop";

/**
 * How a route is tried across merchants. `mine` is the caller's shop, `other` the one whose ids are used.
 *  - `record`: the path names a record; another shop's is 404, one's own is not.
 *  - `list`: the answer holds one's own records and none of another shop's.
 *  - `body`: the body may name another shop's record; it is refused, as 404 or item by item.
 *  - `stateless`: takes what the caller sends and no id, reads and stores nothing.
 *  - `visitor`: the chat widget, which the last tests of routes.test.ts try.
 *  - `public`: anybody may call it, and is refused without a key or signature of its own.
 */
export type Probe =
  | { kind: "record"; params: (of: FilledShop) => Record<string, string>; body?: unknown }
  | {
      kind: "list";
      /** What the list must be asked, with its question mark. */
      query?: (mine: FilledShop) => string;
      foreignQueries?: (other: FilledShop) => string[];
      isEmpty?: true;
    }
  | { kind: "body"; calls: (mine: FilledShop, other: FilledShop) => Call[]; refused: 404 | "rejected" }
  | { kind: "public"; call: (of: FilledShop) => Call }
  | { kind: "form" | "stateless" | "visitor" | "stream" };

const price = { amountMinor: 1, currency: "CNY" };
const conversation = (of: FilledShop) => ({ id: of.conversation });
const message = (of: FilledShop) => ({ id: of.conversation, messageId: of.message });
const channel = (of: FilledShop) => ({ id: of.channelAccount });
const webhook = (of: FilledShop) => ({ kind: "telegram", token: of.channelToken });
const article = (of: FilledShop) => ({ id: of.article });
const label = (of: FilledShop) => ({ id: of.label });
const cannedReply = (of: FilledShop) => ({ id: of.cannedReply });
const macro = (of: FilledShop) => ({ id: of.macro });
const inboxView = (of: FilledShop) => ({ id: of.view });
const question = (of: FilledShop) => ({ id: of.question });
const intent = (of: FilledShop) => ({ id: of.intent });
const importOf = (of: FilledShop) => ({ id: of.importId });
const items = (item: object): Call[] => [{ body: { items: [item] } }];
const now = () => new Date().toISOString();
const order = (of: FilledShop) => ({ id: of.order });
const wish = (over: object) => ({ requestKey: newId(), ...over });
const goods = { reason: "changed_mind", isOpened: false };
const address = { recipient: "P", phone: "02112345678", lines: ["1"], city: "上海", country: "CN" };
const invoice = { country: "CN", buyer: "personal", title: "P", email: "p@example.test" };

/** One entry per route id: a route without one fails the test. */
export const PROBES: Record<string, Probe> = {
  listApiKeys: { kind: "list" },
  createApiKey: { kind: "list" },
  revokeApiKey: { kind: "record", params: (of) => ({ id: of.apiKey }) },
  listAuditLog: { kind: "list", foreignQueries: (other) => [`?subjectId=${other.apiKey}`] },

  getAssignment: { kind: "list", isEmpty: true },
  setAssignment: { kind: "list" },
  setMemberCapacity: {
    kind: "record",
    params: (of) => ({ id: of.person }),
    body: { languages: [], maxOpen: 3 },
  },
  setMemberAvailability: {
    kind: "record",
    params: (of) => ({ id: of.person }),
    body: { isAvailable: true },
  },
  getBusinessHours: { kind: "list", isEmpty: true },
  setBusinessHours: { kind: "list" },
  getLanguageModel: { kind: "list", isEmpty: true },
  setLanguageModel: { kind: "list" },
  removeLanguageModel: { kind: "list", isEmpty: true },
  testLanguageModel: { kind: "list", isEmpty: true },
  getServiceLevels: { kind: "list", isEmpty: true },
  setServiceLevels: { kind: "list" },
  listChannelKinds: { kind: "list" },
  listChannelAccounts: { kind: "list" },
  createChannelAccount: { kind: "list" },
  getChannelAccount: { kind: "record", params: channel },
  updateChannelAccount: { kind: "record", params: channel, body: { name: "probe" } },
  deleteChannelAccount: { kind: "record", params: channel },
  rotateChannelAddress: { kind: "record", params: channel },
  testChannelAccount: { kind: "record", params: channel },
  verifyChannelAddress: { kind: "public", call: (of) => ({ params: webhook(of) }) },
  receiveChannelCall: {
    kind: "public",
    call: (of) => ({ params: webhook(of), body: { update_id: 1 } }),
  },
  listDeliveries: {
    kind: "list",
    foreignQueries: (other) => [
      `?accountId=${other.channelAccount}`,
      `?conversationId=${other.conversation}`,
    ],
  },
  suggestReplies: { kind: "record", params: conversation },
  chooseSuggestion: {
    kind: "record",
    params: conversation,
    body: { key: "task-0123456789abcdef", choice: "rejected" },
  },
  resendMessage: { kind: "record", params: message },
  uploadAttachment: { kind: "form" },
  getAttachment: { kind: "record", params: (of) => ({ id: of.attachment }) },
  getMessageAttachment: {
    kind: "body",
    calls: (mine, other) => [
      { params: { ...message(other), index: "0" } },
      { params: { ...message(mine), messageId: other.message, index: "0" } },
    ],
    refused: 404,
  },

  listCategories: { kind: "list" },
  upsertCategories: {
    kind: "body",
    calls: (_, other) =>
      items({ externalId: "probe", name: { en: "probe" }, parent: { id: other.category } }),
    refused: "rejected",
  },
  listSuppliers: { kind: "list" },
  // A supplier refers to nothing; its external id may be another shop's too.
  upsertSuppliers: { kind: "list" },
  listProducts: {
    kind: "list",
    foreignQueries: (other) => [`?categoryId=${other.category}`, `?q=${other.mark}`],
  },
  upsertProducts: {
    kind: "body",
    calls: (_, other) => [
      ...items({ externalId: "probe", name: { en: "p" }, price, supplier: { id: other.supplier } }),
      ...items({ externalId: "probe", name: { en: "p" }, price, categories: [{ id: other.category }] }),
    ],
    refused: "rejected",
  },
  getProduct: { kind: "record", params: (of) => ({ id: of.product }) },
  listCustomers: { kind: "list", foreignQueries: (other) => [`?q=${other.mark}`] },
  upsertCustomers: { kind: "list" },
  getCustomer: { kind: "record", params: (of) => ({ id: of.customer }) },
  exportCustomer: { kind: "record", params: (of) => ({ id: of.customer }) },
  eraseCustomer: { kind: "record", params: (of) => ({ id: of.customer }) },
  findDuplicates: { kind: "record", params: (of) => ({ id: of.customer }) },
  markDistinct: {
    kind: "body",
    calls: (mine, other) => [
      { params: { id: mine.customer }, body: { otherId: other.customer, isDistinct: true } },
      { params: { id: other.customer }, body: { otherId: mine.customer, isDistinct: true } },
    ],
    refused: 404,
  },
  findMatchingCustomers: { kind: "record", params: conversation },
  tellContactApart: {
    kind: "record",
    params: conversation,
    body: { customerId: newId(), isDistinct: true },
  },
  linkCustomer: { kind: "record", params: conversation, body: { customerId: null } },
  mergeCustomers: {
    kind: "body",
    calls: (mine, other) => [
      { body: { from: { id: other.customer }, into: { id: mine.customer } } },
      { body: { from: { id: mine.customer }, into: { id: other.customer } } },
      { body: { from: { externalId: other.mark }, into: { id: mine.customer } } },
    ],
    refused: 404,
  },
  listOrders: {
    kind: "list",
    foreignQueries: (other) => [`?customerId=${other.customer}`, `?q=${other.mark}`],
  },
  upsertOrders: {
    kind: "body",
    calls: (mine, other) => {
      const order = { externalId: "probe", number: "P1", status: "paid", placedAt: now() };
      const line = { product: { id: mine.product }, quantity: 1, unitPrice: price };
      return [
        ...items({ ...order, lines: [line], customerId: other.customer }),
        ...items({ ...order, lines: [{ ...line, product: { id: other.product } }] }),
      ];
    },
    refused: "rejected",
  },
  getOrder: { kind: "record", params: order },
  getEscalationRules: { kind: "list", isEmpty: true },
  updateEscalationRules: { kind: "list" },
  getServiceQuality: { kind: "list", isEmpty: true },
  getServicePolicy: { kind: "list", isEmpty: true },
  updateServicePolicy: { kind: "list" },
  getServiceOptions: { kind: "record", params: order },
  getRefundStatus: { kind: "record", params: order },
  changeShippingAddress: { kind: "record", params: order, body: wish({ address }) },
  changeOrderLines: {
    kind: "record",
    params: order,
    body: wish({ changes: [{ lineId: newId(), quantity: 1 }] }),
  },
  requestReturn: {
    kind: "record",
    params: order,
    body: wish({ ...goods, lines: [{ lineId: newId(), quantity: 1 }] }),
  },
  requestExchange: {
    kind: "record",
    params: order,
    body: wish({ ...goods, lines: [{ lineId: newId(), quantity: 1, productId: newId() }] }),
  },
  requestInvoice: { kind: "record", params: order, body: wish({ invoice }) },
  requestPriceProtection: { kind: "record", params: order, body: wish({}) },
  cancelOrder: { kind: "record", params: order, body: wish({}) },
  listOrderRequests: {
    kind: "list",
    foreignQueries: (other) => [`?orderId=${other.order}`, `?customerId=${other.customer}`],
  },
  summarizeOrderRequests: { kind: "list", isEmpty: true },
  getOrderRequest: { kind: "record", params: (of) => ({ id: of.orderRequest }) },
  settleOrderRequest: {
    kind: "record",
    params: (of) => ({ id: of.orderRequest }),
    body: { status: "done" },
  },
  lookUpStock: { kind: "record", params: (of) => ({ id: of.product }) },
  getSizeChart: { kind: "record", params: (of) => ({ id: of.product }) },
  setSizeChart: { kind: "record", params: (of) => ({ id: of.product }), body: { chart: null } },
  removeSizeChart: { kind: "record", params: (of) => ({ id: of.product }) },
  copySizeChart: {
    kind: "record",
    params: (of) => ({ id: of.product }),
    body: { toProductIds: ["018f0000-0000-7000-8000-000000000000"] },
  },
  listSizeCharts: { kind: "list", isEmpty: true },
  adviseProductSize: {
    kind: "record",
    params: (of) => ({ id: of.product }),
    body: { body: { chestCm: 90 } },
  },
  subscribeRestock: {
    kind: "record",
    params: (of) => ({ id: of.product }),
    body: { email: "probe@example.test" },
  },
  listRestockNotices: { kind: "list", foreignQueries: (other) => [`?productId=${other.product}`] },
  closeRestockNotice: {
    kind: "record",
    params: (of) => ({ id: of.restockNotice }),
    body: { status: "cancelled" },
  },
  listComplaints: { kind: "list", foreignQueries: (other) => [`?customerId=${other.customer}`] },
  openComplaint: {
    kind: "body",
    calls: (_, other) =>
      [{ orderId: other.order }, { conversationId: other.conversation }].map((over) => ({
        body: wish({ category: "other", text: "probe", ...over }),
      })),
    refused: 404,
  },
  getComplaint: { kind: "record", params: (of) => ({ id: of.complaint }) },
  changeComplaint: {
    kind: "record",
    params: (of) => ({ id: of.complaint }),
    body: { status: "in_progress" },
  },
  listCoupons: { kind: "list" },
  createCoupon: { kind: "list" },
  getCoupon: { kind: "record", params: (of) => ({ id: of.coupon }) },
  listCouponUses: { kind: "record", params: (of) => ({ id: of.coupon }) },
  changeCoupon: { kind: "record", params: (of) => ({ id: of.coupon }), body: { isPublic: true } },
  evaluateCoupons: { kind: "list" },
  redeemCoupon: {
    kind: "body",
    calls: (mine, other) => [
      { body: { code: mine.mark, orderId: other.order } },
      { body: { code: other.mark, orderId: mine.order } },
    ],
    refused: 404,
  },

  recordEvents: {
    kind: "body",
    calls: (_, other) => [
      { body: { events: [{ id: newId(), type: "view", customerId: other.customer, occurredAt: now() }] } },
      {
        body: {
          events: [
            { id: newId(), type: "view", anonymousId: "x", productId: other.product, occurredAt: now() },
          ],
        },
      },
    ],
    refused: "rejected",
  },

  listImports: { kind: "list" },
  startImport: { kind: "form" },
  previewImport: { kind: "form" },
  getImport: { kind: "record", params: importOf },
  cancelImport: { kind: "record", params: importOf },
  downloadRejections: { kind: "record", params: importOf },

  listArticles: { kind: "list", foreignQueries: (other) => [`?q=${other.mark}`] },
  createArticle: {
    kind: "body",
    calls: (_, other) => [
      { body: { language: "es", title: "probe", body: "probe", translationOf: other.article } },
      { body: { language: "es", title: "probe", body: "probe", questionId: other.question } },
    ],
    refused: 404,
  },
  getArticle: { kind: "record", params: article },
  updateArticle: { kind: "record", params: article, body: { title: "probe" } },
  listArticleVersions: { kind: "record", params: article },
  restoreArticleVersion: { kind: "record", params: (of) => ({ ...article(of), number: "1" }) },
  publishArticle: { kind: "record", params: article },
  archiveArticle: { kind: "record", params: article },
  unpublishArticle: { kind: "record", params: article },
  searchKnowledge: { kind: "list", query: (mine) => `?q=${mine.mark}` },
  importArticles: { kind: "list" },
  draftArticleFromConversation: {
    kind: "body",
    calls: (_, other) => [{ body: { conversationId: other.conversation } }],
    refused: 404,
  },
  listUnansweredQuestions: { kind: "list" },
  dismissUnansweredQuestion: { kind: "record", params: question },
  reopenUnansweredQuestion: { kind: "record", params: question },
  linkUnansweredQuestion: {
    kind: "body",
    calls: (mine, other) => [
      { params: question(other), body: { articleId: mine.article } },
      { params: question(mine), body: { articleId: other.article } },
    ],
    refused: 404,
  },

  listConversations: {
    kind: "list",
    foreignQueries: (other) => [
      `?customerId=${other.customer}`,
      `?assignee=${other.person}`,
      `?label=${other.label}`,
      `?q=${other.mark}`,
    ],
  },
  searchConversations: {
    kind: "list",
    query: (mine) => `?q=${mine.mark}`,
    foreignQueries: (other) => [`?q=${other.mark}`, `?q=${other.mark}&customerId=${other.customer}`],
  },
  startConversation: { kind: "list" },
  countInbox: { kind: "list", isEmpty: true },
  streamConversations: { kind: "stream" },
  getConversation: { kind: "record", params: conversation },
  sendMessage: {
    kind: "record",
    params: conversation,
    body: { author: "customer", text: "hello", clientMessageId: "probe" },
  },
  summariseConversation: { kind: "record", params: conversation, body: {} },
  translateMessages: { kind: "record", params: conversation, body: { language: "es" } },
  translateDraft: { kind: "record", params: conversation, body: { text: "Hello" } },
  takeOverConversation: { kind: "record", params: conversation },
  handBackConversation: { kind: "record", params: conversation },
  resolveConversation: { kind: "record", params: conversation },
  reopenConversation: { kind: "record", params: conversation },
  snoozeConversation: { kind: "record", params: conversation, body: { until: "2999-01-01T00:00:00Z" } },
  assignConversation: { kind: "record", params: conversation, body: { assigneeId: null } },
  addNote: {
    kind: "body",
    calls: (mine, other) => [
      { params: conversation(other), body: { text: "note" } },
      { params: conversation(mine), body: { text: "note", mentions: [other.person] } },
    ],
    refused: 404,
  },
  rateConversation: { kind: "record", params: conversation, body: { score: 5 } },
  announcePresence: { kind: "record", params: conversation, body: { state: "here" } },
  scheduleMessage: {
    kind: "record",
    params: conversation,
    body: { text: "later", clientMessageId: "probe", sendAt: new Date(Date.now() + 3_600_000).toISOString() },
  },
  cancelScheduledMessage: {
    kind: "record",
    params: (of) => ({ id: of.conversation, scheduledId: of.scheduled }),
  },
  announceTyping: { kind: "record", params: conversation, body: { isTyping: true } },

  listLabels: { kind: "list" },
  createLabel: { kind: "list" },
  updateLabel: { kind: "record", params: label, body: { name: "probe" } },
  deleteLabel: { kind: "record", params: label },
  labelConversation: {
    kind: "body",
    calls: (mine, other) => [
      { params: conversation(other), body: { add: [mine.label] } },
      { params: conversation(mine), body: { add: [other.label] } },
      { params: conversation(mine), body: { remove: [other.label] } },
    ],
    refused: 404,
  },

  updateConversations: {
    kind: "body",
    calls: (mine, other) =>
      [
        { type: "macro", macroId: other.macro },
        { type: "label", labels: { add: [other.label] } },
        { type: "assign", assigneeId: other.person },
      ].map((act) => ({ body: { ids: [mine.conversation], act } })),
    refused: 404,
  },
  undoConversationAct: {
    kind: "body",
    calls: (_, other) => [{ params: { id: other.act } }],
    refused: 404,
  },
  listMacros: { kind: "list", foreignQueries: (other) => [`?q=${other.mark}`] },
  createMacro: { kind: "list" },
  updateMacro: { kind: "record", params: macro, body: { name: "probe" } },
  deleteMacro: { kind: "record", params: macro },
  runMacro: {
    kind: "body",
    calls: (mine, other) => [
      { params: { id: other.conversation, macroId: mine.macro } },
      { params: { id: mine.conversation, macroId: other.macro } },
    ],
    refused: 404,
  },
  listInboxViews: { kind: "list" },
  createInboxView: { kind: "list" },
  updateInboxView: { kind: "record", params: inboxView, body: { name: "probe" } },
  deleteInboxView: { kind: "record", params: inboxView },
  reorderInboxViews: {
    kind: "body",
    calls: (mine, other) => [{ body: { isPersonal: false, ids: [mine.view, other.view] } }],
    refused: 404,
  },

  listCannedReplies: { kind: "list", foreignQueries: (other) => [`?q=${other.mark}`] },
  createCannedReply: { kind: "list" },
  updateCannedReply: { kind: "record", params: cannedReply, body: { name: "probe" } },
  deleteCannedReply: { kind: "record", params: cannedReply },
  fillCannedReply: {
    kind: "body",
    calls: (mine, other) => [
      { params: cannedReply(other), body: { conversationId: mine.conversation } },
      { params: cannedReply(mine), body: { conversationId: other.conversation } },
    ],
    refused: 404,
  },

  analyzeTexts: { kind: "list" },
  explainText: { kind: "list" },
  correctIntent: { kind: "record", params: message, body: { intent: "invoice" } },
  undoCorrection: { kind: "record", params: message },
  listMerchantIntents: { kind: "list" },
  createMerchantIntent: { kind: "list" },
  changeMerchantIntent: { kind: "record", params: intent, body: { description: "probe" } },
  archiveMerchantIntent: { kind: "record", params: intent },
  listIntentExamples: { kind: "record", params: intent },
  addIntentExamples: { kind: "record", params: intent, body: { texts: ["probe"] } },
  removeIntentExample: { kind: "record", params: (of) => ({ ...intent(of), exampleId: of.example }) },
  listReviewQueue: { kind: "list" },
  getUnderstandingQuality: { kind: "list", isEmpty: true },
  getUnderstandingStatus: { kind: "list", isEmpty: true },
  requestTraining: { kind: "list" },
  listHeadVersions: { kind: "list" },
  activateHeadVersion: { kind: "record", params: (of) => ({ id: of.headVersion }) },
  compareHeadVersions: {
    kind: "body",
    calls: (mine, other) => [
      { query: `?before=shipped&after=${other.headVersion}` },
      { query: `?before=${other.headVersion}&after=${mine.headVersion}` },
    ],
    refused: 404,
  },
  listUnderstandingAlerts: { kind: "list" },
  dismissUnderstandingAlert: { kind: "record", params: (of) => ({ id: of.alert }) },
  analyzeVoice: { kind: "stateless" },

  openVisitorSession: {
    kind: "public",
    call: () => ({ body: { widgetKey: "wk_nobody-made-this-one" } }),
  },
  uploadVisitorAttachment: { kind: "visitor" },
  getVisitorAttachment: {
    kind: "public",
    call: (of) => ({
      params: { id: of.attachment },
      query: `?shop=${of.merchantId}&until=4102444800&signature=${"A".repeat(43)}`,
    }),
  },
  getVisitorConversation: { kind: "visitor" },
  sendVisitorMessage: { kind: "visitor" },
  rateAsVisitor: { kind: "visitor" },
  sendVisitorVoice: { kind: "visitor" },
  announceVisitorTyping: { kind: "visitor" },
  streamVisitorConversation: { kind: "visitor" },
};

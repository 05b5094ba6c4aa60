import type { RouteDefinition, RouteHandler } from "@/lib/platform/http/route";
import * as apiKeysId from "./api-keys/[id]/route";
import * as apiKeys from "./api-keys/route";
import * as assignmentMembersIdAvailability from "./assignment/members/[id]/availability/route";
import * as assignmentMembersId from "./assignment/members/[id]/route";
import * as assignment from "./assignment/route";
import * as attachmentsId from "./attachments/[id]/route";
import * as attachments from "./attachments/route";
import * as auditLog from "./audit-log/route";
import * as businessHours from "./business-hours/route";
import * as cannedRepliesIdFill from "./canned-replies/[id]/fill/route";
import * as cannedRepliesId from "./canned-replies/[id]/route";
import * as cannedReplies from "./canned-replies/route";
import * as categories from "./categories/route";
import * as channelAccountsIdRotateAddress from "./channel-accounts/[id]/rotate-address/route";
import * as channelAccountsId from "./channel-accounts/[id]/route";
import * as channelAccountsIdTest from "./channel-accounts/[id]/test/route";
import * as channelAccounts from "./channel-accounts/route";
import * as channelKinds from "./channel-kinds/route";
import * as channelsKindTokenWebhook from "./channels/[kind]/[token]/webhook/route";
import * as complaintsId from "./complaints/[id]/route";
import * as complaints from "./complaints/route";
import * as conversationsIdAssign from "./conversations/[id]/assign/route";
import * as conversationsIdCustomer from "./conversations/[id]/customer/route";
import * as conversationsIdHandback from "./conversations/[id]/handback/route";
import * as conversationsIdLabels from "./conversations/[id]/labels/route";
import * as conversationsIdMacrosMacroIdRun from "./conversations/[id]/macros/[macroId]/run/route";
import * as conversationsIdMatchingCustomers from "./conversations/[id]/matching-customers/route";
import * as conversationsIdMessagesMessageIdAttachments from "./conversations/[id]/messages/[messageId]/attachments/[index]/route";
import * as conversationsIdMessagesMessageIdIntent from "./conversations/[id]/messages/[messageId]/intent/route";
import * as conversationsIdMessagesMessageIdResend from "./conversations/[id]/messages/[messageId]/resend/route";
import * as conversationsIdMessages from "./conversations/[id]/messages/route";
import * as conversationsIdNote from "./conversations/[id]/note/route";
import * as conversationsIdPresence from "./conversations/[id]/presence/route";
import * as conversationsIdRate from "./conversations/[id]/rate/route";
import * as conversationsIdReopen from "./conversations/[id]/reopen/route";
import * as conversationsIdResolve from "./conversations/[id]/resolve/route";
import * as conversationsId from "./conversations/[id]/route";
import * as conversationsIdScheduledScheduledId from "./conversations/[id]/scheduled/[scheduledId]/route";
import * as conversationsIdScheduled from "./conversations/[id]/scheduled/route";
import * as conversationsIdSnooze from "./conversations/[id]/snooze/route";
import * as conversationsIdSuggestions from "./conversations/[id]/suggestions/route";
import * as conversationsIdSummary from "./conversations/[id]/summary/route";
import * as conversationsIdTakeover from "./conversations/[id]/takeover/route";
import * as conversationsIdTranslationsDraft from "./conversations/[id]/translations/draft/route";
import * as conversationsIdTranslations from "./conversations/[id]/translations/route";
import * as conversationsIdTyping from "./conversations/[id]/typing/route";
import * as conversationsActsIdUndo from "./conversations/acts/[id]/undo/route";
import * as conversationsBulk from "./conversations/bulk/route";
import * as conversationsCounts from "./conversations/counts/route";
import * as conversations from "./conversations/route";
import * as conversationsSearch from "./conversations/search/route";
import * as conversationsStream from "./conversations/stream/route";
import * as couponsId from "./coupons/[id]/route";
import * as couponsIdUses from "./coupons/[id]/uses/route";
import * as couponsEvaluate from "./coupons/evaluate/route";
import * as couponsRedeem from "./coupons/redeem/route";
import * as coupons from "./coupons/route";
import * as customersIdDuplicates from "./customers/[id]/duplicates/route";
import * as customersIdExport from "./customers/[id]/export/route";
import * as customersId from "./customers/[id]/route";
import * as customersMerge from "./customers/merge/route";
import * as customers from "./customers/route";
import * as deliveries from "./deliveries/route";
import * as escalationRules from "./escalation-rules/route";
import * as events from "./events/route";
import * as importsIdCancel from "./imports/[id]/cancel/route";
import * as importsIdRejections from "./imports/[id]/rejections/route";
import * as importsId from "./imports/[id]/route";
import * as importsPreview from "./imports/preview/route";
import * as imports from "./imports/route";
import * as inboxViewsId from "./inbox-views/[id]/route";
import * as inboxViewsReorder from "./inbox-views/reorder/route";
import * as inboxViews from "./inbox-views/route";
import * as knowledgeArticlesIdArchive from "./knowledge/articles/[id]/archive/route";
import * as knowledgeArticlesIdPublish from "./knowledge/articles/[id]/publish/route";
import * as knowledgeArticlesId from "./knowledge/articles/[id]/route";
import * as knowledgeArticlesIdUnpublish from "./knowledge/articles/[id]/unpublish/route";
import * as knowledgeArticlesIdVersionsNumberRestore from "./knowledge/articles/[id]/versions/[number]/restore/route";
import * as knowledgeArticlesIdVersions from "./knowledge/articles/[id]/versions/route";
import * as knowledgeArticles from "./knowledge/articles/route";
import * as knowledgeDrafts from "./knowledge/drafts/route";
import * as knowledgeImport from "./knowledge/import/route";
import * as knowledgeQuestionsIdDismiss from "./knowledge/questions/[id]/dismiss/route";
import * as knowledgeQuestionsIdLink from "./knowledge/questions/[id]/link/route";
import * as knowledgeQuestionsIdReopen from "./knowledge/questions/[id]/reopen/route";
import * as knowledgeQuestions from "./knowledge/questions/route";
import * as knowledgeSearch from "./knowledge/search/route";
import * as labelsId from "./labels/[id]/route";
import * as labels from "./labels/route";
import * as languageModel from "./language-model/route";
import * as languageModelTest from "./language-model/test/route";
import * as macrosId from "./macros/[id]/route";
import * as macros from "./macros/route";
import * as orderRequestsId from "./order-requests/[id]/route";
import * as orderRequestsIdSettle from "./order-requests/[id]/settle/route";
import * as orderRequests from "./order-requests/route";
import * as orderRequestsSummary from "./order-requests/summary/route";
import * as ordersIdCancel from "./orders/[id]/cancel/route";
import * as ordersIdExchanges from "./orders/[id]/exchanges/route";
import * as ordersIdInvoices from "./orders/[id]/invoices/route";
import * as ordersIdLines from "./orders/[id]/lines/route";
import * as ordersIdPriceProtection from "./orders/[id]/price-protection/route";
import * as ordersIdRefunds from "./orders/[id]/refunds/route";
import * as ordersIdReturns from "./orders/[id]/returns/route";
import * as ordersId from "./orders/[id]/route";
import * as ordersIdService from "./orders/[id]/service/route";
import * as ordersIdShippingAddress from "./orders/[id]/shipping-address/route";
import * as orders from "./orders/route";
import * as productsIdRestockNotices from "./products/[id]/restock-notices/route";
import * as productsId from "./products/[id]/route";
import * as productsIdSizeAdvice from "./products/[id]/size-advice/route";
import * as productsIdSizeChartCopy from "./products/[id]/size-chart/copy/route";
import * as productsIdSizeChart from "./products/[id]/size-chart/route";
import * as productsIdStock from "./products/[id]/stock/route";
import * as products from "./products/route";
import * as restockNoticesIdClose from "./restock-notices/[id]/close/route";
import * as restockNotices from "./restock-notices/route";
import * as serviceLevels from "./service-levels/route";
import * as servicePolicy from "./service-policy/route";
import * as serviceQuality from "./service-quality/route";
import * as sizeCharts from "./size-charts/route";
import * as suppliers from "./suppliers/route";
import * as textAnalyze from "./text/analyze/route";
import * as textExplain from "./text/explain/route";
import * as understandingAlertsIdDismiss from "./understanding/alerts/[id]/dismiss/route";
import * as understandingAlerts from "./understanding/alerts/route";
import * as understandingIntentsIdExamplesExampleId from "./understanding/intents/[id]/examples/[exampleId]/route";
import * as understandingIntentsIdExamples from "./understanding/intents/[id]/examples/route";
import * as understandingIntentsId from "./understanding/intents/[id]/route";
import * as understandingIntents from "./understanding/intents/route";
import * as understandingQuality from "./understanding/quality/route";
import * as understandingReviewQueue from "./understanding/review-queue/route";
import * as understandingTraining from "./understanding/training/route";
import * as understandingVersionsIdActivate from "./understanding/versions/[id]/activate/route";
import * as understandingVersionsCompare from "./understanding/versions/compare/route";
import * as understandingVersions from "./understanding/versions/route";
import * as voiceAnalyze from "./voice/analyze/route";
import * as widgetAttachmentsId from "./widget/attachments/[id]/route";
import * as widgetAttachments from "./widget/attachments/route";
import * as widgetConversation from "./widget/conversation/route";
import * as widgetMessages from "./widget/messages/route";
import * as widgetRate from "./widget/rate/route";
import * as widgetSessions from "./widget/sessions/route";
import * as widgetStream from "./widget/stream/route";
import * as widgetTyping from "./widget/typing/route";
import * as widgetVoice from "./widget/voice/route";

/** Every route module of the API, for the OpenAPI document. A test finds files that are missing here. */
const MODULES: readonly object[] = [
  apiKeysId,
  apiKeys,
  assignmentMembersIdAvailability,
  assignmentMembersId,
  assignment,
  attachmentsId,
  attachments,
  auditLog,
  businessHours,
  categories,
  channelAccountsIdRotateAddress,
  channelAccountsId,
  channelAccountsIdTest,
  channelAccounts,
  channelKinds,
  channelsKindTokenWebhook,
  complaintsId,
  complaints,
  conversationsIdAssign,
  conversationsIdCustomer,
  conversationsIdMatchingCustomers,
  conversationsIdHandback,
  conversationsIdMessagesMessageIdIntent,
  conversationsIdMessagesMessageIdAttachments,
  conversationsIdMessagesMessageIdResend,
  conversationsIdMessages,
  conversationsIdNote,
  conversationsIdPresence,
  conversationsIdRate,
  conversationsIdReopen,
  conversationsIdResolve,
  conversationsId,
  conversationsIdScheduledScheduledId,
  conversationsIdScheduled,
  conversationsIdSnooze,
  conversationsIdSuggestions,
  conversationsIdSummary,
  conversationsIdTakeover,
  conversationsIdTranslationsDraft,
  conversationsIdTranslations,
  conversationsIdTyping,
  conversationsCounts,
  conversations,
  conversationsStream,
  couponsId,
  couponsIdUses,
  couponsEvaluate,
  couponsRedeem,
  coupons,
  customersIdDuplicates,
  customersIdExport,
  customersId,
  customersMerge,
  customers,
  escalationRules,
  deliveries,
  events,
  importsIdCancel,
  importsIdRejections,
  importsId,
  importsPreview,
  imports,
  knowledgeArticlesIdArchive,
  knowledgeArticlesIdPublish,
  knowledgeArticlesId,
  knowledgeArticlesIdUnpublish,
  knowledgeArticlesIdVersionsNumberRestore,
  knowledgeArticlesIdVersions,
  knowledgeArticles,
  knowledgeDrafts,
  knowledgeImport,
  knowledgeQuestionsIdDismiss,
  knowledgeQuestionsIdLink,
  knowledgeQuestionsIdReopen,
  knowledgeQuestions,
  knowledgeSearch,
  orderRequestsIdSettle,
  languageModel,
  languageModelTest,
  orderRequestsId,
  orderRequestsSummary,
  orderRequests,
  ordersIdCancel,
  ordersIdExchanges,
  ordersIdInvoices,
  ordersIdLines,
  ordersIdPriceProtection,
  ordersIdRefunds,
  ordersIdReturns,
  ordersId,
  ordersIdService,
  ordersIdShippingAddress,
  orders,
  productsIdRestockNotices,
  productsId,
  productsIdSizeAdvice,
  productsIdSizeChart,
  productsIdSizeChartCopy,
  sizeCharts,
  productsIdStock,
  products,
  restockNoticesIdClose,
  restockNotices,
  serviceLevels,
  servicePolicy,
  serviceQuality,
  suppliers,
  textAnalyze,
  textExplain,
  understandingAlertsIdDismiss,
  understandingAlerts,
  understandingIntentsIdExamplesExampleId,
  understandingIntentsIdExamples,
  understandingIntentsId,
  understandingIntents,
  understandingQuality,
  understandingReviewQueue,
  understandingTraining,
  understandingVersionsIdActivate,
  understandingVersionsCompare,
  understandingVersions,
  voiceAnalyze,
  widgetAttachmentsId,
  widgetAttachments,
  widgetConversation,
  widgetMessages,
  widgetRate,
  widgetSessions,
  widgetStream,
  widgetTyping,
  widgetVoice,
  cannedReplies,
  cannedRepliesId,
  cannedRepliesIdFill,
  labels,
  labelsId,
  conversationsIdLabels,
  conversationsBulk,
  conversationsActsIdUndo,
  inboxViews,
  inboxViewsId,
  inboxViewsReorder,
  macros,
  macrosId,
  conversationsIdMacrosMacroIdRun,
  conversationsSearch,
];

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export function routeDefinitions(): RouteDefinition[] {
  return MODULES.flatMap((module) =>
    METHODS.map((method) => (module as Partial<Record<string, RouteHandler>>)[method]?.definition).filter(
      (definition): definition is RouteDefinition => definition !== undefined,
    ),
  );
}

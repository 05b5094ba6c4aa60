import apiDocs from "./en/api-docs.json";
import attachments from "./en/attachments.json";
import bot from "./en/bot.json";
import channels from "./en/channels.json";
import common from "./en/common.json";
import complaints from "./en/complaints.json";
import coupons from "./en/coupons.json";
import customers from "./en/customers.json";
import deskActs from "./en/desk-acts.json";
import handoff from "./en/handoff.json";
import imports from "./en/imports.json";
import inbox from "./en/inbox.json";
import inboxTools from "./en/inbox-tools.json";
import intentPicker from "./en/intent-picker.json";
import intents from "./en/intents.json";
import knowledge from "./en/knowledge.json";
import languageModel from "./en/language-model.json";
import login from "./en/login.json";
import navigation from "./en/navigation.json";
import orders from "./en/orders.json";
import overview from "./en/overview.json";
import preview from "./en/preview.json";
import products from "./en/products.json";
import quality from "./en/quality.json";
import requests from "./en/requests.json";
import samePerson from "./en/same-person.json";
import servicePolicy from "./en/service-policy.json";
import settings from "./en/settings.json";
import sizeCharts from "./en/size-charts.json";
import staffing from "./en/staffing.json";
import store from "./en/store.json";
import suggestions from "./en/suggestions.json";
import understanding from "./en/understanding.json";

export const messages = {
  common,
  navigation,
  login,
  overview,
  products,
  sizeCharts,
  customers,
  orders,
  complaints,
  coupons,
  requests,
  servicePolicy,
  imports,
  quality,
  settings,
  staffing,
  channels,
  languageModel,
  inbox,
  inboxTools,
  deskActs,
  store,
  apiDocs,
  attachments,
  bot,
  intents,
  handoff,
  suggestions,
  preview,
  samePerson,
  intentPicker,
  understanding,
  knowledge,
};

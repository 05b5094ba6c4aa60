import apiDocs from "./es/api-docs.json";
import attachments from "./es/attachments.json";
import bot from "./es/bot.json";
import channels from "./es/channels.json";
import common from "./es/common.json";
import complaints from "./es/complaints.json";
import coupons from "./es/coupons.json";
import customers from "./es/customers.json";
import deskActs from "./es/desk-acts.json";
import handoff from "./es/handoff.json";
import imports from "./es/imports.json";
import inbox from "./es/inbox.json";
import inboxTools from "./es/inbox-tools.json";
import intentPicker from "./es/intent-picker.json";
import intents from "./es/intents.json";
import knowledge from "./es/knowledge.json";
import languageModel from "./es/language-model.json";
import login from "./es/login.json";
import navigation from "./es/navigation.json";
import orders from "./es/orders.json";
import overview from "./es/overview.json";
import preview from "./es/preview.json";
import products from "./es/products.json";
import quality from "./es/quality.json";
import requests from "./es/requests.json";
import samePerson from "./es/same-person.json";
import servicePolicy from "./es/service-policy.json";
import settings from "./es/settings.json";
import sizeCharts from "./es/size-charts.json";
import staffing from "./es/staffing.json";
import store from "./es/store.json";
import suggestions from "./es/suggestions.json";
import understanding from "./es/understanding.json";

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

import apiDocs from "./zh-CN/api-docs.json";
import attachments from "./zh-CN/attachments.json";
import bot from "./zh-CN/bot.json";
import channels from "./zh-CN/channels.json";
import common from "./zh-CN/common.json";
import complaints from "./zh-CN/complaints.json";
import coupons from "./zh-CN/coupons.json";
import customers from "./zh-CN/customers.json";
import deskActs from "./zh-CN/desk-acts.json";
import handoff from "./zh-CN/handoff.json";
import imports from "./zh-CN/imports.json";
import inbox from "./zh-CN/inbox.json";
import inboxTools from "./zh-CN/inbox-tools.json";
import intentPicker from "./zh-CN/intent-picker.json";
import intents from "./zh-CN/intents.json";
import knowledge from "./zh-CN/knowledge.json";
import languageModel from "./zh-CN/language-model.json";
import login from "./zh-CN/login.json";
import navigation from "./zh-CN/navigation.json";
import orders from "./zh-CN/orders.json";
import overview from "./zh-CN/overview.json";
import preview from "./zh-CN/preview.json";
import products from "./zh-CN/products.json";
import quality from "./zh-CN/quality.json";
import requests from "./zh-CN/requests.json";
import samePerson from "./zh-CN/same-person.json";
import servicePolicy from "./zh-CN/service-policy.json";
import settings from "./zh-CN/settings.json";
import sizeCharts from "./zh-CN/size-charts.json";
import staffing from "./zh-CN/staffing.json";
import store from "./zh-CN/store.json";
import suggestions from "./zh-CN/suggestions.json";
import understanding from "./zh-CN/understanding.json";

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

import apiDocs from "./zh-CN/api-docs.json";
import bot from "./zh-CN/bot.json";
import channels from "./zh-CN/channels.json";
import common from "./zh-CN/common.json";
import complaints from "./zh-CN/complaints.json";
import coupons from "./zh-CN/coupons.json";
import customers from "./zh-CN/customers.json";
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
import products from "./zh-CN/products.json";
import quality from "./zh-CN/quality.json";
import requests from "./zh-CN/requests.json";
import servicePolicy from "./zh-CN/service-policy.json";
import settings from "./zh-CN/settings.json";
import staffing from "./zh-CN/staffing.json";
import store from "./zh-CN/store.json";
import understanding from "./zh-CN/understanding.json";

export const messages = {
  common,
  navigation,
  login,
  overview,
  products,
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
  store,
  apiDocs,
  bot,
  intents,
  intentPicker,
  understanding,
  knowledge,
};

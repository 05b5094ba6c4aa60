import apiDocs from "./zh-CN/api-docs.json";
import bot from "./zh-CN/bot.json";
import common from "./zh-CN/common.json";
import customers from "./zh-CN/customers.json";
import imports from "./zh-CN/imports.json";
import inbox from "./zh-CN/inbox.json";
import inboxTools from "./zh-CN/inbox-tools.json";
import intentPicker from "./zh-CN/intent-picker.json";
import intents from "./zh-CN/intents.json";
import login from "./zh-CN/login.json";
import navigation from "./zh-CN/navigation.json";
import orders from "./zh-CN/orders.json";
import overview from "./zh-CN/overview.json";
import products from "./zh-CN/products.json";
import settings from "./zh-CN/settings.json";
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
  imports,
  settings,
  inbox,
  inboxTools,
  store,
  apiDocs,
  bot,
  intents,
  intentPicker,
  understanding,
};

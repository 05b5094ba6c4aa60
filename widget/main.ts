import { Chat } from "./chat";
import { readConfig, type WidgetConfig } from "./config";
import { type Customer, type Locale, matchLocale, readCustomer } from "./identity";
import { openStorage, type SafeStorage } from "./storage";
import { View } from "./ui/view";

type Person = Partial<Omit<Customer, "locale">> & { locale?: string };

interface ZhangguiApi {
  open(): void;
  close(): void;
  /** Says who the visitor is; `null` when they sign out. Without a signature only the language is taken. */
  identify(customer: Person | null): void;
  /** Removes the chat from the page and forgets the visitor on this browser. */
  shutdown(): void;
}

declare global {
  interface Window {
    Zhanggui?: ZhangguiApi;
  }
}

class Widget implements ZhangguiApi {
  private readonly chat: Chat;
  private readonly tab: SafeStorage;
  private view: View | null;
  private locale: Locale;

  constructor(private readonly config: WidgetConfig) {
    this.tab = openStorage(config.widgetKey).tab;
    this.locale = config.locale;
    this.chat = new Chat(config, (state) => this.view?.draw(state));
    this.view = this.buildView();
    if (this.tab.get("open") && matchMedia("(min-width: 521px)").matches) this.view.open({ focus: false });
    this.chat.start();
  }

  open(): void {
    this.view?.open({ focus: true });
  }

  close(): void {
    this.view?.close();
  }

  identify(customer: Person | null): void {
    const locale = matchLocale(customer?.locale);
    if (locale && locale !== this.locale) {
      this.locale = locale;
      this.chat.locale = locale;
      const wasOpen = this.tab.get("open") !== null;
      this.view?.destroy();
      this.view = this.buildView();
      if (wasOpen) this.view.open({ focus: false });
    }
    if (customer === null || customer.externalId) this.chat.identify(customer && readCustomer(customer));
  }

  shutdown(): void {
    this.chat.shutdown();
    this.view?.destroy();
    this.view = null;
    for (const name of ["open", "draft"]) this.tab.set(name, null);
    delete window.Zhanggui;
  }

  private buildView(): View {
    const { theme, nonce, origin } = this.config;
    return new View({ chat: this.chat, locale: this.locale, theme, nonce, origin, tab: this.tab });
  }
}

/** The page comes first: the chat starts once the browser has nothing better to do. */
function whenIdle(work: () => void): void {
  const later = () =>
    "requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 1_500 }) : setTimeout(work, 150);
  if (document.readyState === "complete") later();
  else window.addEventListener("load", later, { once: true });
}

function start(): void {
  if (window.Zhanggui) {
    console.warn("Zhanggui chat: widget.js is on this page twice; the second one is ignored.");
    return;
  }
  const config = readConfig();
  if (!config) return;
  let widget: Widget | null = null;
  let isShutDown = false;
  const waiting: ((widget: Widget) => void)[] = [];
  const call = (act: (widget: Widget) => void) => (widget ? act(widget) : waiting.push(act));
  window.Zhanggui = {
    open: () => call((one) => one.open()),
    close: () => call((one) => one.close()),
    identify: (customer) => call((one) => one.identify(customer)),
    shutdown: () => {
      isShutDown = true;
      widget?.shutdown();
      delete window.Zhanggui;
    },
  };
  whenIdle(() => {
    if (isShutDown) return;
    widget = new Widget(config);
    for (const act of waiting.splice(0)) act(widget);
  });
}

start();

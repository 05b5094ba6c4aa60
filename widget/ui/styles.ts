const LIGHT = `
  --paper: oklch(0.984 0.004 85); --surface: #fff; --line: oklch(0.918 0.005 80); --strong: oklch(0.64 0.008 80);
  --ink: oklch(0.235 0.012 60); --ink-2: oklch(0.43 0.012 65); --ink-3: oklch(0.513 0.012 70);
  --blue: oklch(0.5 0.16 262); --blue-ink: oklch(0.43 0.16 262); --wash: oklch(0.95 0.022 262);
  --burn: oklch(0.525 0.19 32); --jade: oklch(0.5 0.11 165); --amber: oklch(0.6 0.13 70); --on-burn: #fff;
  --float: 0 0 0 1px oklch(0.235 0.012 60 / 0.07), 0 18px 48px -12px oklch(0.235 0.012 60 / 0.28), 0 4px 14px -4px oklch(0.235 0.012 60 / 0.12);
  color-scheme: light;`;
const DARK = `
  --paper: oklch(0.185 0.008 70); --surface: oklch(0.225 0.008 70); --line: oklch(0.3 0.009 70); --strong: oklch(0.54 0.012 70);
  --ink: oklch(0.95 0.006 85); --ink-2: oklch(0.78 0.01 80); --ink-3: oklch(0.69 0.012 80);
  --blue: oklch(0.68 0.14 262); --blue-ink: oklch(0.78 0.11 262); --wash: oklch(0.3 0.055 262);
  --burn: oklch(0.76 0.14 34); --jade: oklch(0.74 0.11 165); --amber: oklch(0.79 0.13 80); --on-burn: oklch(0.185 0.008 70);
  --float: 0 0 0 1px oklch(0.34 0.01 70), 0 18px 48px -12px oklch(0 0 0 / 0.7);
  color-scheme: dark;`;

/** The page around can reach the host element alone; `!important` in `:host` outranks whatever it says there. */
export const STYLES = `
:host { all: initial !important; display: contents !important; }
.root { ${LIGHT}
  font: 14px/20px "Inter Variable", Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  color: var(--ink); font-variant-numeric: tabular-nums; text-align: start; -webkit-font-smoothing: antialiased; }
.root[data-theme="dark"] { ${DARK} }
@media (prefers-color-scheme: dark) { .root:not([data-theme="light"]) { ${DARK} } }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, p, fieldset, legend { margin: 0; padding: 0; border: 0; font: inherit; }
button, textarea, input { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
button { border: 0; background: none; padding: 0; cursor: pointer; -webkit-tap-highlight-color: transparent; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }

.launcher { position: fixed; z-index: 2147483000; inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px;
  width: 56px; height: 56px; border-radius: 50%; display: grid; place-items: center; background: var(--ink); color: var(--paper);
  box-shadow: 0 6px 20px -4px oklch(0.235 0.012 60 / 0.4); transition: transform 140ms, background 140ms; }
.launcher:hover { background: color-mix(in oklch, var(--ink) 86%, var(--paper)); }
.launcher:active { transform: scale(0.96); }
.launcher .icon { width: 24px; height: 24px; }
.badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; min-width: 22px; height: 22px; padding: 0 6px;
  border-radius: 11px; background: var(--burn); color: var(--on-burn); box-shadow: 0 0 0 2px var(--paper); font-size: 12px; font-weight: 600; line-height: 22px; text-align: center; }

.panel { position: fixed; z-index: 2147483001; inset-block-end: 92px; inset-inline-end: 20px; display: flex; flex-direction: column;
  width: 392px; max-width: calc(100vw - 40px); height: min(660px, 100vh - 116px); height: min(660px, 100dvh - 116px);
  border-radius: 14px; overflow: hidden; background: var(--paper); box-shadow: var(--float); animation: rise 150ms ease-out; }
.full .panel { inset: 0; width: 100%; max-width: none; height: 100vh; height: 100dvh; border-radius: 0; box-shadow: none; }
.full.open .launcher { display: none; }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }

.head { display: flex; align-items: center; gap: 11px; padding: 13px 12px 13px 16px; background: var(--surface); border-block-end: 1px solid var(--line); }
.full .head { padding-block-start: max(13px, env(safe-area-inset-top)); }
.mark { flex: none; width: 36px; height: 36px; border-radius: 9px; display: grid; place-items: center; background: var(--ink); color: var(--paper); font-size: 16px; font-weight: 600; }
.names { min-width: 0; flex: 1; }
.names h2 { font-size: 15px; line-height: 20px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who { display: flex; align-items: center; gap: 7px; color: var(--ink-2); font-size: 13px; line-height: 18px; }
.who span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who::before { content: ""; flex: none; width: 7px; height: 7px; border-radius: 50%; background: var(--blue); }
.who[data-who="agent"]::before { background: var(--jade); }
.who[data-who="waiting"]::before { background: none; border: 2px solid var(--amber); }
.round { flex: none; width: 36px; height: 36px; border-radius: 9px; display: grid; place-items: center; color: var(--ink-2); transition: background 140ms; }
.round:hover { background: color-mix(in oklch, var(--ink) 6%, transparent); color: var(--ink); }
.banner { padding: 6px 16px; background: color-mix(in oklch, var(--amber) 16%, var(--surface)); color: var(--ink); font-size: 13px; line-height: 18px; }

.middle { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; }
.log { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px; scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.log:focus-visible { outline-offset: -3px; }
.list { display: flex; flex-direction: column; gap: 4px; min-height: 100%; }
.list > :first-child { margin-block-start: auto; }
.day { align-self: center; margin-block: 10px 6px; color: var(--ink-3); font-size: 12px; line-height: 16px; }
.msg { display: flex; flex-direction: column; align-items: flex-start; max-width: 86%; align-self: flex-start; }
.msg.own { align-self: flex-end; align-items: flex-end; }
.msg.last { margin-block-end: 10px; }
.bubble { padding: 8px 12px; border-radius: 12px; border: 1px solid var(--line); background: var(--surface); white-space: pre-wrap; overflow-wrap: anywhere; line-break: auto; }
.msg.bot .bubble { border-style: dashed; border-color: color-mix(in oklch, var(--line) 55%, var(--strong)); }
.own .bubble { border-color: transparent; background: var(--wash); }
.msg.last .bubble { border-end-start-radius: 4px; }
.msg.own.last .bubble { border-end-start-radius: 12px; border-end-end-radius: 4px; }
.failed .bubble { background: none; border: 1px solid var(--burn); }
.bubble a { color: var(--blue-ink); text-underline-offset: 2px; }
.meta { display: none; align-items: center; flex-wrap: wrap; gap: 0 6px; padding: 3px 3px 0; color: var(--ink-3); font-size: 12px; line-height: 18px; }
.last > .meta, .failed > .meta { display: flex; }
.meta b { font-weight: 550; color: var(--ink-2); }
.meta .state:not(:empty)::before, .meta time::before { content: "·"; margin-inline-end: 6px; }
.meta > :first-child::before { display: none; }
.failed .state { color: var(--burn); }
.retry { min-height: 24px; padding: 0 6px; margin-inline-start: -2px; border-radius: 5px; color: var(--blue-ink); font-weight: 550; text-decoration: underline; text-underline-offset: 2px; }
.activity { align-self: center; max-width: 92%; margin-block: 8px; padding: 0 4px; color: var(--ink-2); font-size: 12.5px; line-height: 18px; text-align: center; overflow-wrap: anywhere; }
.activity time { color: var(--ink-3); margin-inline-start: 6px; }
.typing { display: flex; align-items: center; gap: 8px; min-height: 22px; margin-block-start: 2px; color: var(--ink-3); font-size: 12.5px; }
.dots { display: inline-flex; gap: 4px; }
.dots i { width: 5px; height: 5px; border-radius: 50%; background: currentColor; animation: blink 1.2s infinite; }
.dots i:nth-child(2) { animation-delay: 0.2s; } .dots i:nth-child(3) { animation-delay: 0.4s; }
@keyframes blink { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }
.pill { position: absolute; inset-block-end: 10px; inset-inline-start: 50%; translate: -50% 0; display: flex; align-items: center; gap: 4px; height: 30px; padding: 0 10px 0 13px;
  border-radius: 15px; background: var(--ink); color: var(--paper); font-size: 13px; font-weight: 550; white-space: nowrap; box-shadow: 0 4px 14px -4px oklch(0 0 0 / 0.35); }
.pill .icon { width: 16px; height: 16px; }

.hello { padding: 4px 0 8px; }
.hello p { font-size: 16px; line-height: 24px; font-weight: 550; text-wrap: pretty; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0 0; padding: 0; list-style: none; }
.chip { min-height: 34px; padding: 0 13px; border-radius: 17px; border: 1px solid var(--line); background: var(--surface); color: var(--blue-ink); font-size: 13px; font-weight: 550; transition: border-color 140ms; }
.chip:hover { border-color: var(--blue); }

.rate { padding: 14px 16px 16px; border-block-start: 1px solid var(--line); background: var(--surface); }
.rate legend { font-weight: 600; }
.stars { display: flex; align-items: center; gap: 2px; margin-block-start: 8px; }
.stars label { position: relative; display: grid; place-items: center; width: 38px; height: 36px; border-radius: 7px; color: var(--strong); cursor: pointer; }
.stars label.on { color: var(--amber); }
.stars label.on .icon { fill: currentColor; }
.stars label:has(:focus-visible) { outline: 2px solid var(--blue); }
.stars input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
.stars .icon { width: 24px; height: 24px; }
.stars output { margin-inline-start: 8px; color: var(--ink-2); font-size: 13px; }
.rate textarea { width: 100%; margin-block-start: 10px; padding: 7px 10px; border: 1px solid var(--strong); border-radius: 8px; background: var(--paper); resize: none; }
.rate .row { display: flex; align-items: center; gap: 12px; margin-block-start: 10px; }
.primary { height: 34px; padding: 0 14px; border-radius: 8px; background: var(--ink); color: var(--paper); font-size: 13px; font-weight: 550; }
.error { color: var(--burn); font-size: 13px; line-height: 18px; }

.composer { padding: 10px 12px 12px; background: var(--surface); border-block-start: 1px solid var(--line); }
.full .composer { padding-block-end: max(12px, env(safe-area-inset-bottom)); }
.box { border: 1px solid var(--strong); border-radius: 11px; background: var(--paper); transition: border-color 140ms; }
.box:focus-within { border-color: var(--blue); outline: 1px solid var(--blue); }
.box textarea { display: block; width: 100%; max-height: 140px; padding: 9px 12px 2px; border: 0; background: none; resize: none; outline: none; overflow-y: auto; overflow-wrap: anywhere; }
.box.bare { display: flex; align-items: flex-end; }
.box.bare textarea { flex: 1; padding-block-end: 9px; }
.box.bare .tools { padding-block-start: 0; }
.full .box textarea { font-size: 16px; line-height: 22px; }
.box textarea::placeholder, .rate textarea::placeholder { color: var(--ink-3); opacity: 1; }
.tools { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 2px 5px 5px; }
.person { display: inline-flex; align-items: center; gap: 5px; min-height: 30px; padding: 0 8px; border-radius: 7px; color: var(--ink-2); font-size: 13px; font-weight: 550; transition: background 140ms; }
.person:hover { background: color-mix(in oklch, var(--ink) 6%, transparent); color: var(--ink); }
.person.forward { background: var(--wash); color: var(--blue-ink); }
.person.forward:hover { background: color-mix(in oklch, var(--blue) 12%, var(--wash)); color: var(--blue-ink); }
.person .icon { width: 16px; height: 16px; }
.submit { margin-inline-start: auto; width: 36px; height: 30px; border-radius: 8px; display: grid; place-items: center; background: var(--ink); color: var(--paper); transition: opacity 140ms; }
.submit[aria-disabled="true"] { background: color-mix(in oklch, var(--ink) 9%, transparent); color: var(--ink-3); cursor: default; }
.mic { margin-inline-start: auto; width: 34px; height: 30px; border-radius: 8px; display: grid; place-items: center; color: var(--ink-2); transition: background 140ms; }
.attach { position: relative; }
.attach:not([hidden]) ~ .mic, .attach:not([hidden]) ~ .submit { margin-inline-start: 0; }
.files { display: grid; gap: 6px; max-height: 168px; margin: 0 0 6px; padding: 0; overflow-y: auto; list-style: none; }
.files[hidden] { display: none; }
.files li { position: relative; display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 4px 6px; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); overflow: hidden; font-size: 12px; line-height: 16px; }
.files li.failed { border-color: var(--burn); }
.files img { width: 36px; height: 36px; border-radius: 5px; object-fit: cover; }
.files .icon { width: 16px; height: 16px; flex: none; color: var(--ink-3); }
.files .names { flex: 1; min-width: 0; display: grid; justify-items: start; }
.files .name { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.files .state { color: var(--ink-3); }
.files .failed .state { color: var(--burn); }
.files .retry { color: var(--blue-ink); text-decoration: underline; text-underline-offset: 2px; }
.files .plain { width: 28px; height: 28px; flex: none; display: grid; place-items: center; border-radius: 6px; }
.files .plain:hover { background: color-mix(in oklch, var(--ink) 6%, transparent); }
.files i { position: absolute; inset-block-end: 0; inset-inline-start: 0; width: 0; height: 2px; background: var(--blue); transition: width 140ms; }
.bubble[hidden] { display: none; }
.attached { display: grid; gap: 4px; justify-items: start; margin-block-end: 3px; max-width: 100%; }
.own .attached { justify-items: end; }
.attached .picture { display: block; max-width: 100%; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.attached img { display: block; max-width: 100%; height: auto; }
.attached video { display: block; width: 230px; max-width: 100%; aspect-ratio: 16 / 9; border-radius: 10px; background: #000; }
.attached audio { width: 230px; max-width: 100%; }
.attached .file { display: flex; align-items: center; gap: 6px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); color: var(--blue-ink); font-size: 13px; overflow-wrap: anywhere; }
.attached .file .icon { width: 14px; height: 14px; flex: none; }
.mic:hover { background: color-mix(in oklch, var(--ink) 6%, transparent); color: var(--ink); }
.mic[aria-busy="true"] { opacity: 0.5; }
.mic:not([hidden]) + .submit { margin-inline-start: 0; }
.bubble .icon { width: 14px; height: 14px; margin-inline-end: 5px; vertical-align: -2px; color: var(--ink-3); }
.composer .error, .composer .note { padding: 6px 4px 0; }
.composer .note { color: var(--ink-2); font-size: 13px; line-height: 18px; }
.composer .note:empty { padding: 0; }
.hint { padding: 0 4px 8px; color: var(--ink-2); font-size: 13px; line-height: 18px; text-wrap: pretty; }
.hint:empty { padding: 0; }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { .bubble, .launcher, .panel, .pill, .submit, .primary, .badge { border: 1px solid; } }
`;

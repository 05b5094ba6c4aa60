export const VOICE_STYLES = `
.voice { border: 1px solid var(--strong); border-radius: 11px; background: var(--paper); padding: 5px; }
.voice .bar { display: flex; align-items: center; gap: 8px; min-height: 36px; }
.voice .bar .submit { flex: none; }
.voice .meter { flex: 1; min-width: 0; height: 26px; display: flex; align-items: center; gap: 2px; color: var(--blue); overflow: hidden; }
.voice .meter i { flex: 1; max-width: 5px; height: 100%; border-radius: 2px; background: currentColor; }
.voice:not([data-state="recording"]) .meter { color: var(--strong); }
.voice .clock { flex: none; font-size: 13px; color: var(--ink-2); }
.voice .dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--burn); animation: blink 1.6s infinite; }
.voice:not([data-state="recording"]) .dot { display: none; }
.voice .line { padding: 2px 6px 3px; color: var(--ink-2); font-size: 13px; line-height: 18px; }
.voice .line:empty { padding: 0; }
.voice[data-state="problem"] .line, .voice[data-state="failed"] .line { color: var(--burn); }
.voice .again { margin-inline-start: auto; }
`;

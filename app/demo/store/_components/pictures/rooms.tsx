import type { ReactNode } from "react";
import type { Palette } from "./palette";

export type Drawing = (palette: Palette) => ReactNode;

const GLOW = "#f6dc9a";

/** Lighting, furniture, textiles and decoration on a stage of 200 × 160 whose floor is at 132. */
export const ROOM_DRAWINGS: Record<string, Drawing> = {
  DSK: ({ light, main, dark }) => (
    <>
      <path d="M42 132 68 74h34l20 58Z" fill={GLOW} opacity=".28" />
      <path
        d="M132 128V92L98 58"
        fill="none"
        stroke={dark}
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="132" cy="92" r="5" fill={dark} />
      <path d="m62 78 14-38a6 6 0 0 1 9-3l22 15a6 6 0 0 1 1 9L92 90Z" fill={main} />
      <path d="m62 78 30 12-4 4a18 18 0 0 1-26-10Z" fill={GLOW} />
      <path d="m76 40 9-3 22 15 2 5Z" fill={light} opacity=".55" />
      <rect x="106" y="124" width="52" height="8" rx="4" fill={dark} />
    </>
  ),
  FLR: ({ light, main, dark }) => (
    <>
      <path d="m74 64-14 68h80l-14-68Z" fill={GLOW} opacity=".25" />
      <path d="M100 64v66" stroke={dark} strokeWidth="4" />
      <path d="m100 96-22 36m22-36 22 36" stroke={dark} strokeWidth="4" strokeLinecap="round" />
      <path d="m84 22-14 42h60l-14-42Z" fill={main} />
      <path d="m84 22-14 42h14l8-42Z" fill={light} opacity=".7" />
      <ellipse cx="100" cy="64" rx="30" ry="4" fill={GLOW} />
    </>
  ),
  PND: ({ light, main, dark }) => (
    <>
      <path d="m62 86-22 46h120l-22-46Z" fill={GLOW} opacity=".22" />
      <path d="M100 0v34" stroke={dark} strokeWidth="2.5" />
      <rect x="93" y="30" width="14" height="12" rx="3" fill={dark} />
      <path d="M50 86a50 46 0 0 1 100 0Z" fill={main} />
      <path d="M62 86a44 46 0 0 1 30-44c-10 10-14 26-14 44Z" fill={light} opacity=".7" />
      <ellipse cx="100" cy="86" rx="50" ry="6" fill={dark} />
      <ellipse cx="100" cy="87" rx="20" ry="4" fill={GLOW} />
    </>
  ),
  SML: ({ main, dark }) => (
    <>
      <circle cx="100" cy="66" r="52" fill={GLOW} opacity=".25" />
      <path d="M100 28a38 38 0 0 1 20 70c-4 3-5 6-5 10H85c0-4-1-7-5-10a38 38 0 0 1 20-70Z" fill={GLOW} />
      <path d="M88 74c0-12 24-12 24 0M92 74l4 34m12-34-4 34" fill="none" stroke={main} strokeWidth="2.5" />
      <rect x="85" y="108" width="30" height="7" rx="3" fill={main} />
      <rect x="87" y="116" width="26" height="6" rx="3" fill={dark} />
      <path d="M90 124h20l-6 8h-8Z" fill={dark} />
    </>
  ),
  TBL: ({ light, main, dark }) => (
    <>
      <path
        d="m52 82-8 50m104-50 8 50M70 82v42m60-42v42"
        stroke={dark}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <rect x="32" y="70" width="136" height="13" rx="5" fill={main} />
      <rect x="32" y="70" width="136" height="4" rx="2" fill={light} />
      <path d="M92 70V52h16v18Z" fill={light} />
      <path
        d="M100 52c-6-12-2-20 2-26m-2 26c8-8 12-14 12-20"
        fill="none"
        stroke="#74896c"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </>
  ),
  CHR: ({ light, main, dark }) => (
    <>
      <path d="m66 108-6 24m74-24 6 24" stroke={dark} strokeWidth="5" strokeLinecap="round" />
      <rect x="62" y="34" width="76" height="62" rx="18" fill={main} />
      <path d="M74 44h52" stroke={light} strokeWidth="3" strokeLinecap="round" opacity=".6" />
      <rect x="58" y="82" width="84" height="28" rx="12" fill={light} />
      <rect x="46" y="68" width="20" height="42" rx="10" fill={dark} />
      <rect x="134" y="68" width="20" height="42" rx="10" fill={dark} />
    </>
  ),
  SHF: ({ light, main, dark }) => (
    <>
      <path d="M58 22v110m84-110v110" stroke={dark} strokeWidth="5" strokeLinecap="round" />
      {[40, 74, 108].map((y) => (
        <rect key={y} x="54" y={y} width="92" height="7" rx="2" fill={main} />
      ))}
      <path d="M68 40V22h8v18m2 0V26h8v14m46 34V56h-24v18Z" fill={light} stroke={dark} strokeWidth="1.5" />
      <circle cx="76" cy="64" r="10" fill={light} />
      <path
        d="M72 108V90h12v18m4 0V94h8v14m22 0a12 12 0 0 0 12-12h-24a12 12 0 0 0 12 12Z"
        fill={light}
        stroke={dark}
        strokeWidth="1.5"
      />
    </>
  ),
  BED: ({ light, main, dark }) => (
    <>
      <rect x="36" y="42" width="128" height="60" rx="10" fill={main} />
      <path d="M46 126v8m108-8v8" stroke={dark} strokeWidth="6" />
      <rect x="50" y="66" width="44" height="24" rx="9" fill="#faf6ee" />
      <rect x="106" y="66" width="44" height="24" rx="9" fill="#faf6ee" />
      <path d="M32 96a12 12 0 0 1 12-12h112a12 12 0 0 1 12 12v32H32Z" fill={light} />
      <path d="M32 104h136v24H32Z" fill={dark} opacity=".28" />
    </>
  ),
  BDD: ({ light, main, dark }) => (
    <>
      <rect x="42" y="106" width="116" height="26" rx="11" fill={dark} />
      <rect x="46" y="80" width="108" height="27" rx="11" fill={main} />
      <rect x="50" y="54" width="100" height="27" rx="11" fill={light} />
      <path d="M58 68h84M56 94h88M54 120h92" stroke="#fff" strokeWidth="1.5" opacity=".45" />
      <path d="M62 54c2-22 74-22 76 0Z" fill={main} />
    </>
  ),
  CSH: ({ light, main, dark }) => (
    <>
      <path d="M84 40c26 8 50 6 72-2-6 26-6 54 2 88-26-8-50-6-74 0 6-32 6-58 0-86Z" fill={dark} />
      <path d="M40 52c26 8 46 8 70 0-6 26-6 52 0 80-24-8-46-8-70 0 6-28 6-54 0-80Z" fill={main} />
      <path
        d="M50 64c18 5 34 5 50 0-4 18-4 38 0 56-16-5-32-5-50 0 4-18 4-38 0-56Z"
        fill="none"
        stroke={light}
        strokeWidth="2"
        strokeDasharray="5 4"
      />
    </>
  ),
  CRT: ({ light, main, dark }) => (
    <>
      <rect x="64" y="26" width="72" height="84" fill="#fdf8ea" opacity=".9" />
      <path d="M100 26v84M64 68h72" stroke={dark} strokeWidth="2" opacity=".35" />
      <path d="M34 22h132" stroke={dark} strokeWidth="5" strokeLinecap="round" />
      <path d="M42 22h40c0 40-10 70-4 110H40c4-40 0-70 2-110Z" fill={main} />
      <path d="M158 22h-40c0 40 10 70 4 110h38c-4-40 0-70-2-110Z" fill={main} />
      <path
        d="M54 24c2 40-4 70-1 106M68 24c0 40-6 70-2 106m80-106c-2 40 4 70 1 106m-15-106c0 40 6 70 2 106"
        fill="none"
        stroke={light}
        strokeWidth="3"
        opacity=".7"
      />
    </>
  ),
  RUG: ({ light, main, dark }) => (
    <>
      <path d="m56 62-34 66h156l-34-66Z" fill={main} />
      <path d="m62 72-26 48h128l-26-48Z" fill="none" stroke={light} strokeWidth="3" />
      <path d="m100 78 26 18-26 18-26-18Z" fill={dark} />
      <path d="m100 86 14 10-14 10-14-10Z" fill={light} />
      <path
        d="M24 128v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6m12-6v6M58 62v-5m12 5v-5m12 5v-5m12 5v-5m12 5v-5m12 5v-5m12 5v-5m12 5v-5"
        stroke={dark}
        strokeWidth="2"
        strokeLinecap="round"
      />
    </>
  ),
  BTH: ({ light, main, dark }) => (
    <>
      <path d="M38 34h124" stroke={dark} strokeWidth="5" strokeLinecap="round" />
      <path d="M60 32h56v88H60Z" fill={main} />
      <path d="M60 100h56v8H60Z" fill={light} />
      <path d="M112 32h34v66h-34Z" fill={dark} />
      <path d="M112 82h34v6h-34Z" fill={light} opacity=".7" />
      <path d="M64 120v6m8-6v6m8-6v6m8-6v6m8-6v6m8-6v6m8-6v6" stroke={main} strokeWidth="2" />
    </>
  ),
  VAS: ({ light, main, dark }) => (
    <>
      <path
        d="M100 66C96 44 84 32 72 24m28 42c0-24 6-38 14-48m-14 48c6-14 18-22 30-24"
        fill="none"
        stroke="#7c8f70"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      {[
        [70, 22],
        [84, 36],
        [115, 16],
        [106, 38],
        [132, 41],
        [120, 48],
      ].map(([cx, cy]) => (
        <ellipse
          key={cx}
          cx={cx}
          cy={cy}
          rx="7"
          ry="4.5"
          fill="#98ab8b"
          transform={`rotate(-32 ${cx} ${cy})`}
        />
      ))}
      <path
        d="M88 62h24c0 12 24 22 24 44 0 16-10 26-22 26H86c-12 0-22-10-22-26 0-22 24-32 24-44Z"
        fill={main}
      />
      <path
        d="M90 66c-2 14-18 22-18 40 0 10 4 16 8 20"
        fill="none"
        stroke={light}
        strokeWidth="5"
        strokeLinecap="round"
        opacity=".75"
      />
      <ellipse cx="100" cy="62" rx="12" ry="3.5" fill={dark} />
    </>
  ),
  MIR: ({ light, main, dark }) => (
    <>
      <circle cx="100" cy="72" r="54" fill={main} />
      <circle cx="100" cy="72" r="54" fill="none" stroke={dark} strokeWidth="2" opacity=".5" />
      <circle cx="100" cy="72" r="45" fill="#e9eff0" />
      <path d="M74 106 120 36m-32 76 42-62" stroke="#fff" strokeWidth="6" strokeLinecap="round" />
      <path d="M56 130h88" stroke={light} strokeWidth="5" strokeLinecap="round" />
    </>
  ),
  CLK: ({ light, main, dark }) => (
    <>
      <circle cx="100" cy="76" r="52" fill={main} />
      <circle cx="100" cy="76" r="43" fill={light} />
      {[0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330].map((angle) => (
        <path
          key={angle}
          d="M100 37v6"
          stroke={dark}
          strokeWidth={angle % 90 ? 1.5 : 3.5}
          strokeLinecap="round"
          transform={`rotate(${angle} 100 76)`}
        />
      ))}
      <path d="M100 76 80 62m20 14 16-24" stroke={dark} strokeWidth="4.5" strokeLinecap="round" />
      <circle cx="100" cy="76" r="4" fill={dark} />
    </>
  ),
  SCT: ({ light, main, dark }) => (
    <>
      <circle cx="86" cy="48" r="26" fill={GLOW} opacity=".35" />
      <path d="M86 32c9 11 9 19 0 24-9-5-9-13 0-24Z" fill="#f0b24e" />
      <path d="M86 56v14" stroke={dark} strokeWidth="2" />
      <rect x="54" y="70" width="64" height="62" rx="8" fill={main} />
      <rect x="54" y="70" width="64" height="12" rx="6" fill={light} />
      <rect x="68" y="94" width="36" height="22" rx="2" fill="#fbf7ee" />
      <path d="M74 102h24m-20 7h16" stroke={dark} strokeWidth="1.8" />
      <path d="M128 132V96l6-8h10l6 8v36Z" fill={dark} />
      <path d="m136 88-6-40m10 40 4-44m-4 44 12-38" stroke={dark} strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
};

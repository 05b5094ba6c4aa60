import type { Drawing } from "./rooms";

const LEAF = "#83987a";

/** Kitchen, appliances, electronics and outdoors on the same stage. */
export const LIVING_DRAWINGS: Record<string, Drawing> = {
  CKW: ({ light, main, dark }) => (
    <>
      <path d="M22 82h28m100 0h28" stroke={dark} strokeWidth="8" strokeLinecap="round" />
      <path d="M46 72h108v44a16 16 0 0 1-16 16H62a16 16 0 0 1-16-16Z" fill={main} />
      <path
        d="M58 82v32a8 8 0 0 0 6 8"
        fill="none"
        stroke={light}
        strokeWidth="5"
        strokeLinecap="round"
        opacity=".7"
      />
      <path d="M42 72a58 26 0 0 1 116 0Z" fill={dark} />
      <circle cx="100" cy="42" r="7" fill={main} />
    </>
  ),
  TBW: ({ light, main, dark }) => (
    <>
      <ellipse cx="100" cy="112" rx="66" ry="20" fill={dark} />
      <ellipse cx="100" cy="108" rx="66" ry="20" fill={main} />
      <ellipse cx="100" cy="106" rx="44" ry="12" fill={light} />
      <path d="M66 70h68c0 22-14 34-34 34S66 92 66 70Z" fill={main} stroke={dark} strokeWidth="1.5" />
      <ellipse cx="100" cy="70" rx="34" ry="9" fill={light} stroke={dark} strokeWidth="1.5" />
      <path
        d="M90 48c-4-6 4-8 0-14m14 14c-4-6 4-8 0-14"
        fill="none"
        stroke={dark}
        strokeWidth="2"
        strokeLinecap="round"
        opacity=".5"
      />
    </>
  ),
  COF: ({ light, main, dark }) => (
    <>
      <path d="M134 74c26-6 30 30-2 30" fill="none" stroke={dark} strokeWidth="7" />
      <path d="M52 66h84l-6 54a14 14 0 0 1-14 12H72a14 14 0 0 1-14-12Z" fill={main} />
      <path d="m62 76 4 38" stroke={light} strokeWidth="6" strokeLinecap="round" opacity=".75" />
      <ellipse cx="94" cy="66" rx="42" ry="9" fill={dark} />
      <ellipse cx="94" cy="67" rx="34" ry="6" fill="#6b4a35" />
      <path
        d="M82 46c-6-8 6-12 0-22m22 22c-6-8 6-12 0-22"
        fill="none"
        stroke={dark}
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity=".45"
      />
    </>
  ),
  KST: ({ light, main, dark }) => (
    <>
      <rect x="36" y="62" width="54" height="70" rx="8" fill={light} stroke={dark} strokeWidth="1.5" />
      <path d="M36 92h54v32a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8Z" fill="#d8b98a" />
      <rect x="34" y="52" width="58" height="14" rx="5" fill={main} />
      <rect x="102" y="40" width="62" height="92" rx="8" fill={light} stroke={dark} strokeWidth="1.5" />
      <path d="M102 74h62v50a8 8 0 0 1-8 8h-46a8 8 0 0 1-8-8Z" fill="#a7896a" />
      <rect x="100" y="30" width="66" height="14" rx="5" fill={main} />
      <path d="M116 92h34m-34 10h22" stroke="#fff" strokeWidth="3" strokeLinecap="round" opacity=".7" />
    </>
  ),
  AIR: ({ light, main, dark }) => (
    <>
      <path
        d="M84 34c-6-8 6-12 0-22m16 20c-6-8 6-12 0-22m16 24c-6-8 6-12 0-22"
        fill="none"
        stroke={dark}
        strokeWidth="2.5"
        strokeLinecap="round"
        opacity=".4"
      />
      <rect x="60" y="42" width="80" height="90" rx="22" fill={main} />
      <ellipse cx="100" cy="54" rx="26" ry="6" fill={dark} />
      <path d="M74 78h52M74 88h52M74 98h52M74 108h52" stroke={light} strokeWidth="3" strokeLinecap="round" />
      <circle cx="100" cy="121" r="3" fill="#8fb58a" />
    </>
  ),
  FAN: ({ light, main, dark }) => (
    <>
      <path d="M100 106v20" stroke={dark} strokeWidth="7" />
      <rect x="70" y="124" width="60" height="8" rx="4" fill={dark} />
      <circle cx="100" cy="64" r="46" fill={light} opacity=".6" />
      {[0, 90, 180, 270].map((angle) => (
        <path
          key={angle}
          d="M100 64c-16-8-20-28-6-36 14 2 18 20 6 36Z"
          fill={main}
          transform={`rotate(${angle} 100 64)`}
        />
      ))}
      <circle cx="100" cy="64" r="46" fill="none" stroke={dark} strokeWidth="3.5" />
      <circle cx="100" cy="64" r="30" fill="none" stroke={dark} strokeWidth="1.2" opacity=".6" />
      <circle cx="100" cy="64" r="8" fill={dark} />
    </>
  ),
  HTR: ({ light, main, dark }) => (
    <>
      <path d="M56 128v6m88-6v6" stroke={dark} strokeWidth="7" strokeLinecap="round" />
      {[42, 60, 78, 96, 114, 132].map((x) => (
        <rect key={x} x={x} y="48" width="16" height="80" rx="8" fill={main} />
      ))}
      {[46, 64, 82, 100, 118, 136].map((x) => (
        <path key={x} d={`M${x} 58v58`} stroke={light} strokeWidth="3" strokeLinecap="round" />
      ))}
      <rect x="148" y="62" width="14" height="52" rx="6" fill={dark} />
      <circle cx="155" cy="74" r="3" fill="#e2835b" />
      <path
        d="M70 36c-6-8 6-12 0-20m30 20c-6-8 6-12 0-20m30 20c-6-8 6-12 0-20"
        fill="none"
        stroke="#e0a07c"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </>
  ),
  KAP: ({ light, main, dark }) => (
    <>
      <path d="M132 62c34-10 40 46 2 50" fill="none" stroke={dark} strokeWidth="8" strokeLinecap="round" />
      <path d="M66 46h64l10 78a8 8 0 0 1-8 8H64a8 8 0 0 1-8-8Z" fill={main} />
      <path d="m66 46-24 22 18 10Z" fill={dark} />
      <path d="M76 58 70 116" stroke={light} strokeWidth="6" strokeLinecap="round" opacity=".75" />
      <path d="M64 46a34 14 0 0 1 68 0Z" fill={dark} />
      <circle cx="98" cy="30" r="6" fill={dark} />
    </>
  ),
  SPK: ({ light, main, dark }) => (
    <>
      <rect x="58" y="24" width="84" height="108" rx="20" fill={main} />
      <circle cx="100" cy="90" r="29" fill={dark} />
      <circle cx="100" cy="90" r="20" fill={main} />
      <circle cx="100" cy="90" r="8" fill={dark} />
      <circle cx="100" cy="46" r="12" fill={dark} />
      <circle cx="100" cy="46" r="5" fill={light} />
      <path d="M66 44v68" stroke={light} strokeWidth="4" strokeLinecap="round" opacity=".55" />
    </>
  ),
  HPH: ({ light, main, dark }) => (
    <>
      <path
        d="M54 96V80a46 46 0 0 1 92 0v16"
        fill="none"
        stroke={dark}
        strokeWidth="9"
        strokeLinecap="round"
      />
      <path
        d="M66 60a40 40 0 0 1 34-22"
        fill="none"
        stroke={light}
        strokeWidth="3"
        strokeLinecap="round"
        opacity=".6"
      />
      <rect x="40" y="84" width="34" height="48" rx="16" fill={main} />
      <rect x="126" y="84" width="34" height="48" rx="16" fill={main} />
      <rect x="64" y="90" width="12" height="36" rx="6" fill={light} />
      <rect x="124" y="90" width="12" height="36" rx="6" fill={light} />
    </>
  ),
  CHG: ({ light, main, dark }) => (
    <>
      <rect x="44" y="44" width="72" height="80" rx="16" fill={main} />
      <path d="M64 44V28m32 16V28" stroke={dark} strokeWidth="7" strokeLinecap="round" />
      <path d="M84 60 68 86h12l-4 22 18-28H82Z" fill={light} />
      <path d="M116 104c34 0 12 26 46 26" fill="none" stroke={dark} strokeWidth="5" strokeLinecap="round" />
      <rect x="160" y="124" width="16" height="12" rx="3" fill={dark} />
    </>
  ),
  SMH: ({ light, main, dark }) => (
    <>
      <path d="m100 24 62 48v52a8 8 0 0 1-8 8H46a8 8 0 0 1-8-8V72Z" fill={main} />
      <path d="m100 24 66 52M100 24 34 76" stroke={dark} strokeWidth="6" strokeLinecap="round" />
      <path
        d="M74 88a37 37 0 0 1 52 0m-42 11a23 23 0 0 1 32 0"
        fill="none"
        stroke={light}
        strokeWidth="5"
        strokeLinecap="round"
      />
      <circle cx="100" cy="114" r="6" fill={light} />
    </>
  ),
  CMP: ({ light, main, dark }) => (
    <>
      <path d="M14 132c18-20 30-20 44 0Zm128 0c14-24 26-24 44 0Z" fill={LEAF} opacity=".5" />
      <path d="m100 34 66 98H34Z" fill={main} />
      <path d="m100 34 66 98h-30Z" fill={dark} />
      <path d="m100 62 24 70H76Z" fill={light} />
      <path d="m100 62 12 70H88Z" fill={dark} opacity=".6" />
      <path d="m94 24 6 10 6-10" fill="none" stroke={dark} strokeWidth="4" strokeLinecap="round" />
    </>
  ),
  GRD: ({ light, main, dark }) => (
    <>
      <path
        d="M100 82c-2-22-18-36-40-38 2 22 18 36 40 38Zm0 0c2-28 18-46 44-50-2 28-18 46-44 50Zm0 0c-8-20-6-40 2-58 10 20 8 40-2 58Z"
        fill={LEAF}
      />
      <path d="M100 84V60" stroke="#5f7656" strokeWidth="3" />
      <path d="M64 84h72l-10 48H74Z" fill={main} />
      <rect x="58" y="78" width="84" height="15" rx="4" fill={dark} />
      <path d="m78 100 4 24" stroke={light} strokeWidth="5" strokeLinecap="round" opacity=".7" />
    </>
  ),
  PAT: ({ light, main, dark }) => (
    <>
      <path d="M100 30v100" stroke={dark} strokeWidth="4" />
      <path d="M32 66a68 44 0 0 1 136 0Z" fill={main} />
      <path d="M66 66c4-22 16-38 34-44 18 6 30 22 34 44Z" fill={light} />
      <path d="M88 66c2-20 6-34 12-44 6 10 10 24 12 44Z" fill={main} />
      <rect x="56" y="102" width="88" height="7" rx="3" fill={dark} />
      <path d="m66 109-6 23m74-23 6 23" stroke={dark} strokeWidth="4" strokeLinecap="round" />
    </>
  ),
};

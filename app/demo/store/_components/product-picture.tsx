import { LIVING_DRAWINGS } from "./pictures/living";
import { paletteOf, sum } from "./pictures/palette";
import { type Drawing, ROOM_DRAWINGS } from "./pictures/rooms";

const DRAWINGS: Record<string, Drawing> = { ...ROOM_DRAWINGS, ...LIVING_DRAWINGS };
/** Behind the goods: the washes of a painted wall, by shelf. */
const WALLS = [
  "light-dark(#efe9df, #3a352e)",
  "light-dark(#e6ebe4, #2f3833)",
  "light-dark(#eee4de, #3b322e)",
  "light-dark(#e4e8ec, #2e343b)",
  "light-dark(#ece8dc, #383529)",
] as const;

interface ProductPictureProps {
  /** `LGT-DSK-DL-01`: the second part names the kind of thing that is drawn. */
  sku: string;
  englishName: string;
  className?: string;
}

/** The demo shop has no photographs: each product is drawn by its kind and coloured by its material. */
export function ProductPicture({ sku, englishName, className }: ProductPictureProps) {
  const [group = "", kind = ""] = sku.split("-");
  const draw = DRAWINGS[kind] ?? (DRAWINGS.VAS as Drawing);
  const palette = paletteOf(sku, englishName);
  const wall = WALLS[sum(group) % WALLS.length];
  return (
    <svg viewBox="0 0 200 160" aria-hidden className={className} preserveAspectRatio="xMidYMid slice">
      <rect width="200" height="160" style={{ fill: wall }} />
      <rect y="132" width="200" height="28" fill="#000" opacity=".045" />
      <ellipse cx="100" cy="134" rx="62" ry="5" fill="#3a2f25" opacity=".16" />
      {draw(palette)}
    </svg>
  );
}

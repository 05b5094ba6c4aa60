/** Bathrobes are the one thing in the shop that is worn. Centimetres of the body. */
export const ROBE_SIZE_CHART = {
  sizes: [
    { label: "S", ranges: { chestCm: [82, 92], heightCm: [155, 166] } },
    { label: "M", ranges: { chestCm: [92, 102], heightCm: [164, 174] } },
    { label: "L", ranges: { chestCm: [102, 112], heightCm: [172, 182] } },
    { label: "XL", ranges: { chestCm: [112, 124], heightCm: [178, 192] } },
  ],
};

import type { Turn } from "./types";

/** Whether a message names a product of the shop, or several of which it may be one. */
export const namesProduct = ({ turn }: { turn: Pick<Turn, "understanding"> }): boolean =>
  turn.understanding.entities.some(({ products }) => products !== undefined);

/** Whether it names one that can be no other. */
export const namesOneProduct = ({ turn }: { turn: Pick<Turn, "understanding"> }): boolean =>
  turn.understanding.entities.some(({ products }) => products?.length === 1);

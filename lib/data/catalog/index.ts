import "server-only";

export { getProduct, getProductNames, listCategories, listProducts, listSuppliers } from "./queries";
export { readProductNames } from "./read-product-names";
export { upsertCategories } from "./upsert-categories";
export { upsertProducts } from "./upsert-products";
export { upsertSuppliers } from "./upsert-suppliers";

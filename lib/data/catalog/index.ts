import "server-only";

export { adviseProductSize } from "./advise-product-size";
export { copySizeChart } from "./copy-size-chart";
export { listSizeCharts } from "./list-size-charts";
export { lookUpStock } from "./look-up-stock";
export { getProduct, getProductNames, listCategories, listProducts, listSuppliers } from "./queries";
export { readProductNames } from "./read-product-names";
export { AVAILABLE_PIECES, lockStock, readStock, type Stock } from "./read-stock";
export { getSizeChart, setSizeChart } from "./set-size-chart";
export { upsertCategories } from "./upsert-categories";
export { upsertProducts } from "./upsert-products";
export { upsertSuppliers } from "./upsert-suppliers";

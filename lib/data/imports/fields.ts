export const IMPORT_KINDS = ["products", "customers", "orders"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportField {
  /** Without a column for it a file of this kind cannot be read. */
  required?: true;
  /** How files name it, in English, Chinese and Spanish; compared without case, accents and punctuation. */
  names: readonly string[];
}

const CUSTOMER_CONTACT = {
  email: {
    names: ["email", "e-mail", "email address", "邮箱", "电子邮箱", "correo", "correo electrónico"],
  },
  phone: {
    names: [
      "phone",
      "phone number",
      "mobile",
      "tel",
      "电话",
      "手机",
      "手机号",
      "teléfono",
      "móvil",
      "celular",
    ],
  },
  country: { names: ["country", "country code", "国家", "国家地区", "país"] },
  city: { names: ["city", "town", "城市", "ciudad"] },
} as const;

const PRODUCTS = {
  externalId: {
    required: true,
    names: [
      "external id",
      "product id",
      "id",
      "stock code",
      "item id",
      "商品id",
      "商品编号",
      "商品编码",
      "id de producto",
      "código",
      "código de producto",
    ],
  },
  sku: { names: ["sku", "sku编码", "货号", "referencia"] },
  name: {
    names: ["name", "title", "product name", "商品名称", "名称", "品名", "nombre", "nombre del producto"],
  },
  nameZh: { names: ["name zh", "chinese name", "中文名", "中文名称", "nombre chino", "nombre en chino"] },
  nameEn: { names: ["name en", "english name", "英文名", "英文名称", "nombre inglés", "nombre en inglés"] },
  nameEs: {
    names: ["name es", "spanish name", "西班牙文名", "西班牙语名称", "nombre español", "nombre en español"],
  },
  price: {
    required: true,
    names: ["price", "unit price", "sale price", "价格", "售价", "单价", "precio", "precio de venta"],
  },
  cost: { names: ["cost", "unit cost", "cost price", "成本", "成本价", "进价", "coste", "costo"] },
  currency: { names: ["currency", "币种", "货币", "moneda", "divisa"] },
  onHand: {
    names: ["on hand", "stock", "quantity", "inventory", "库存", "库存数量", "existencias", "inventario"],
  },
  reorderPoint: {
    names: [
      "reorder point",
      "reorder level",
      "补货点",
      "再订货点",
      "安全库存",
      "punto de pedido",
      "punto de reorden",
    ],
  },
  supplierExternalId: {
    names: ["supplier", "supplier id", "vendor", "供应商", "供应商编号", "proveedor", "id de proveedor"],
  },
  status: { names: ["status", "state", "状态", "estado"] },
} as const satisfies Record<string, ImportField>;

const CUSTOMERS = {
  externalId: {
    required: true,
    names: [
      "external id",
      "customer id",
      "id",
      "client id",
      "客户id",
      "客户编号",
      "会员号",
      "会员id",
      "id de cliente",
      "código de cliente",
    ],
  },
  name: {
    names: [
      "name",
      "customer name",
      "full name",
      "姓名",
      "客户名称",
      "客户姓名",
      "nombre",
      "nombre del cliente",
    ],
  },
  ...CUSTOMER_CONTACT,
  locale: { names: ["locale", "language", "语言", "idioma"] },
} as const satisfies Record<string, ImportField>;

const ORDERS = {
  externalId: {
    required: true,
    names: [
      "order id",
      "order number",
      "order no",
      "invoice",
      "invoice no",
      "invoice number",
      "订单号",
      "订单编号",
      "订单id",
      "número de pedido",
      "pedido",
      "id de pedido",
      "número de factura",
    ],
  },
  number: { names: ["display number", "order name", "显示单号", "número visible"] },
  placedAt: {
    required: true,
    names: [
      "placed at",
      "order date",
      "date",
      "invoice date",
      "created at",
      "下单时间",
      "订单日期",
      "日期",
      "创建时间",
      "fecha",
      "fecha de pedido",
      "fecha del pedido",
    ],
  },
  status: {
    names: ["status", "order status", "financial status", "订单状态", "状态", "estado", "estado del pedido"],
  },
  productExternalId: {
    required: true,
    names: [
      "product id",
      "stock code",
      "item id",
      "product code",
      "商品id",
      "商品编号",
      "商品编码",
      "id de producto",
      "código de producto",
      "código de artículo",
    ],
  },
  sku: { names: ["sku", "lineitem sku", "货号", "referencia"] },
  productName: {
    names: [
      "product name",
      "description",
      "item",
      "lineitem name",
      "商品名称",
      "商品",
      "品名",
      "producto",
      "descripción",
      "nombre del producto",
    ],
  },
  quantity: { names: ["quantity", "qty", "lineitem quantity", "数量", "购买数量", "cantidad", "unidades"] },
  unitPrice: {
    required: true,
    names: ["unit price", "price", "lineitem price", "单价", "价格", "商品单价", "precio", "precio unitario"],
  },
  lineDiscount: { names: ["line discount", "lineitem discount", "行优惠", "商品优惠", "descuento de línea"] },
  orderDiscount: {
    names: ["order discount", "discount", "discount amount", "订单优惠", "优惠金额", "descuento"],
  },
  shipping: { names: ["shipping", "shipping fee", "运费", "邮费", "envío", "gastos de envío"] },
  currency: { names: ["currency", "币种", "货币", "moneda", "divisa"] },
  fxRate: { names: ["fx rate", "exchange rate", "汇率", "tipo de cambio"] },
  customerExternalId: {
    names: [
      "customer id",
      "client id",
      "buyer id",
      "客户id",
      "客户编号",
      "会员号",
      "买家id",
      "id de cliente",
      "código de cliente",
    ],
  },
  customerName: {
    names: [
      "customer name",
      "buyer",
      "billing name",
      "客户姓名",
      "买家",
      "收货人",
      "nombre del cliente",
      "cliente",
    ],
  },
  ...CUSTOMER_CONTACT,
} as const satisfies Record<string, ImportField>;

/** What each kind of file can carry. An orders file has one line of an order in each record. */
export const IMPORT_FIELDS: Record<ImportKind, Record<string, ImportField>> = {
  products: PRODUCTS,
  customers: CUSTOMERS,
  orders: ORDERS,
};

export type OrderField = keyof typeof ORDERS;
export type ProductField = keyof typeof PRODUCTS;
export type CustomerField = keyof typeof CUSTOMERS;

export function requiredFields(kind: ImportKind): string[] {
  return Object.entries(IMPORT_FIELDS[kind])
    .filter(([, field]) => field.required)
    .map(([name]) => name);
}

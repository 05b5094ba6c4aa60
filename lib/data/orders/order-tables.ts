import type { UpsertTarget } from "../records";

export const ORDERS: UpsertTarget = {
  table: "orders",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    number: "text",
    customer_id: "uuid",
    email: "text",
    phone: "text",
    shipping_address: "jsonb",
    status: "text",
    placed_at: "timestamptz",
    currency: "char(3)",
    discount_minor: "bigint",
    shipping_minor: "bigint",
    total_minor: "bigint",
    base_total_minor: "bigint",
    fx_rate: "numeric",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

export const ORDER_LINES: UpsertTarget = {
  table: "order_lines",
  key: ["order_id", "position"],
  columns: {
    id: "uuid",
    order_id: "uuid",
    position: "integer",
    product_id: "uuid",
    quantity: "integer",
    unit_price_minor: "bigint",
    discount_minor: "bigint",
    total_minor: "bigint",
  },
  hasUpdatedAt: false,
};

export const SHIPMENTS: UpsertTarget = {
  table: "shipments",
  key: ["order_id", "external_id"],
  columns: {
    id: "uuid",
    order_id: "uuid",
    external_id: "text",
    carrier: "text",
    tracking_number: "text",
    status: "text",
    shipped_at: "timestamptz",
    expected_at: "timestamptz",
    delivered_at: "timestamptz",
  },
  hasUpdatedAt: true,
};

export const RETURNS: UpsertTarget = {
  table: "returns",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    order_id: "uuid",
    customer_id: "uuid",
    status: "text",
    reason: "text",
    returned_at: "timestamptz",
    currency: "char(3)",
    refund_minor: "bigint",
    base_refund_minor: "bigint",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

export const RETURN_LINES: UpsertTarget = {
  table: "return_lines",
  key: ["return_id", "position"],
  columns: {
    id: "uuid",
    return_id: "uuid",
    position: "integer",
    product_id: "uuid",
    quantity: "integer",
    amount_minor: "bigint",
  },
  hasUpdatedAt: false,
};

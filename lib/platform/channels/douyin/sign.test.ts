import { describe, expect, it } from "vitest";
import { signCall, signPush, sortedJson } from "./sign";

const credentials = { appKey: "3409409348479354011", appSecret: "2ad2355c-01d0-11f8-91dc-05a8cd1054b1" };
const PARAMS = {
  batch_encrypt_list: [
    { plain_text: "&<>='/ô汉😀", auth_id: "1234", is_support_index: false, sensitive_type: 2 },
  ],
};
const PARAM_JSON =
  '{"batch_encrypt_list":[{"auth_id":"1234","is_support_index":false,"plain_text":"&<>=\'/ô汉😀","sensitive_type":2}]}';

describe("signatures", () => {
  it("are taken over sorted keys at every depth, with nothing escaped for HTML", () => {
    expect(sortedJson(PARAMS)).toBe(PARAM_JSON);
    expect(sortedJson({ b: { d: 1, c: null }, a: ["z", { y: 1, x: "<" }], B: "" })).toBe(
      '{"B":"","a":["z",{"x":"<","y":1}],"b":{"c":null,"d":1}}',
    );
  });

  // Both computed with Python: hmac.new(secret, text, sha256) over secret + app_key…v2 + secret, and hashlib.md5.
  it("agree with another implementation", () => {
    expect(signCall(credentials, "order.batchEncrypt", PARAM_JSON, "1624000000")).toBe(
      "1156230b3d7ec0226b110c83a1649cc590e7b09b3c4c2db31cc213903077f7fb",
    );
    const body = new TextEncoder().encode('[{"tag":"0","msg_id":"0","data":"2021-06-18 15:06:40"}]');
    expect(signPush(credentials, body)).toBe("51ea8424394baa036ff053f6c5b80b93");
  });
});

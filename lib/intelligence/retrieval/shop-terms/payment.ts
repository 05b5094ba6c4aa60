/** Paying, prices, codes and invoices. The form of a line: see `read-shop-terms.ts`. */
export const PAYMENT_TERMS = `
payment: 付款 支付 付钱 付 结账 刷卡 | pay*, paid, checkout, check out | pag*, abon*
payment_method: 支付方式 付款方式 支付宝 微信支付 信用卡 银行卡 借记卡 花呗 怎么付款 | payment method*, credit card*, debit card*, paypal, visa, mastercard, apple pay, google pay, cash, ways to pay | metodo* de pago, forma* de pago, tarjeta de credito, tarjeta de debito, paypal, visa, bizum, transferencia, efectivo, con que puedo pagar, pagar con
card: 卡 卡号 银行卡 信用卡 | card, cards, card number | tarjeta*
installments: 分期 免息 分期付款 | instalment*, installment*, pay later, pay monthly, interest free | a plazos, cuotas, financi*, sin intereses, mensualidades
payment_failed: 付款失败 支付失败 扣款 重复扣款 付不了 | payment fail*, payment declined, card declined, charged twice, payment error | pago rechazado, tarjeta rechazada, cobrado dos veces, error en el pago, no puedo pagar
security: 安全 泄露 信息安全 盗刷 靠谱 加密 | secur*, safe*, protect*, encrypt*, fraud*, trust* | segur*, proteg*, protec*, cifrad*, fraude
personal_data: 个人信息 个人资料 隐私 资料 信息 数据 | personal details, personal data, personal information, privacy, my data, my details, data | datos, informacion personal, privacidad
price: 价格 价钱 多少钱 价 算价 | price*, cost*, how much | preci*, cuest*, cuanto cuesta, cuanto vale, coste*
fee: 收费 收钱 额外收费 另外收 手续费 费用 | fee, fees, extra charge, charge*, surcharge, pay extra | cobr*, recargo, tarifa*, coste adicional, extra
cheaper: 便宜 更低 低价 更便宜 | cheap*, lower price, lower, less expensive, better rate, better price | barat*, mas barato, menos precio, menor precio
price_match: 跟价 比价 价格匹配 同价 别家 别的店 其他网站 其他平台 同款 | price match*, match*, beat ~ price, elsewhere, competitor*, other shop*, other store*, another website | iguala*, otra tienda, otras tiendas, competencia, otro sitio, otra web, mismo precio
price_adjustment: 差价 补差价 退差价 价保 保价 降价了 降价 价格保护 | price adjust*, difference, price drop*, got cheaper, goes on sale, went on sale, price protect*, cheaper after, dropped after | diferencia, ajuste de precio, bajado de precio, bajo de precio, baja de precio, proteccion de precio
discount: 折扣 优惠 打折 便宜 减价 | discount*, deal*, offer*, reduction* | descuento*, oferta*, rebaj*
promo_code: 优惠码 折扣码 优惠券 券 促销码 代金券 兑换码 红包 | promo code*, coupon*, voucher*, discount code*, promotional code*, promo, code, codes | cupon*, codigo*, vale, vales, bono de descuento
multiple: 叠加 两张 多张 好几个 几张 一起用 同时用 多个 | multiple, several, stack*, combin*, two coupons, two codes, more than one, both | varios, varias, acumul*, dos cupones, dos codigos, a la vez, mas de un, combinar
not_working: 无效 用不了 不能用 失效 提示错误 不生效 没反应 打不开 | not working, doesn't work, does not work, not work, invalid, reject*, error, expired, refused, won't work, not accepted, declined | no funciona, error, invalido, no valido, rechaz*, caducad*
gift_card: 礼品卡 购物卡 礼券 储值卡 | gift card*, giftcard*, gift voucher*, gift certificate* | tarjeta* regalo, tarjeta* de regalo, cheque regalo, vale regalo, bono regalo
promotional_card: 赠送的 促销礼品卡 赠送 | promotional gift card*, promo gift card*, promo giftcard*, free gift card*, promotional card*, promotional | tarjeta regalo promocional, promocional*
store_credit: 余额 店铺余额 账户余额 购物金 储值 | store credit*, shop credit*, account credit, account balance, balance, in store credit | saldo, credito de la tienda, credito de tienda, saldo a favor, saldo de la tienda
loyalty: 积分 会员积分 会员等级 会员制度 老客户 忠诚 | loyalty, points, reward*, regular customer*, frequent buyer*, membership, club | puntos, fidelidad, fidelizacion, recompensas, clientes habituales, clientes frecuentes, club
invoice: 发票 开票 报销 增值税 抬头 | invoice*, bill, vat, accounting, tax receipt | factura*, iva, facturar
currency: 币种 货币 人民币 美元 汇率 欧元 | currency, currencies, exchange rate, dollars, euros | moneda*, divisa*, tipo de cambio
`;

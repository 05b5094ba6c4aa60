/** Returns, refunds, exchanges and what may stand in their way. The form of a line: see `read-shop-terms.ts`. */
export const RETURN_TERMS = `
return: 退货 退回 退掉 退换 寄回 退 | return*, send ~ back, sending ~ back, sent ~ back, take ~ back, give ~ back, goes back, go back | devol*, devuelv*, devuelt*, retorn*
refund: 退款 退钱 退还 返还 | refund*, money back, reimburs*, get back the money, pay back | reembols*, devol* del dinero, devuelv* el dinero, me devuelv*, os devuelv*
exchange: 换货 调换 更换 换一个 换成 换个 换新 | exchang*, swap*, switch*, substitut* | cambi*, canje*, sustitu*, reemplaz*
replacement: 换新 补发 重发 再寄一个 | replac*, new one, another one | reemplaz*, reposicion de la unidad, otro nuevo, uno nuevo
non_returnable>return: 不退不换 不能退 不可退 不支持退货 | non returnable, nonreturnable, not returnable, no returns, non refundable, nonrefundable | sin devolucion, no admite devolucion, no se devuelve
return_policy>return: 退货规定 退货政策 退换政策 退货规则 退货条件 无理由 几天之内可以退 多少天可以退 | return policy, returns policy, return rules, rules for return*, return conditions, how many days ~ return, how long ~ return | politica de devol*, condiciones de devol*, plazo de devol*, dias ~ devolver, dias ~ devol*
changed_mind: 后悔 不想要 不喜欢 不要了 改主意 改变主意 | changed ~ mind, change ~ mind, regret*, don't want, dont want, do not want, no longer want, don't like, dont like, do not like, impulse | arrep*, cambi* de opinion, cambi* de idea, no lo quiero, no la quiero, ya no quiero, no me gust*, no me conven*
receipt: 小票 收据 票据 购物凭证 购买凭证 凭证 收银条 购买证明 | receipt*, proof of purchase, till slip, sales slip, proof of payment | ticket*, recibo*, comprobante*, justificante*, prueba de compra, resguardo
lost_thing: 丢 丢了 丢失 找不到 不见 遗失 弄丢 | lost, lose, losing, missing, mislaid, misplac*, can't find, cannot find | perd*, extravi*, no encuentro, ya no tengo, se perdio
threw_away: 扔了 扔掉 丢掉 | threw ~ away, thrown ~ away, throw ~ away, binned, discarded | tirado, tire, tiro, desech*
packaging: 包装 包装盒 原包装 盒子 外箱 纸箱 外包装 | packag*, box, boxes, carton*, wrapper | embalaje*, caja, cajas, envase*, envoltorio*, empaque*
original_condition: 原样 完好 未使用 没拆 吊牌 | original condition, unused, unopened, tags on, with tags | estado original, sin usar, sin abrir, con etiqueta*
final_sale: 最终特价 最后特价 最终销售 不退不换 | final sale, last chance, final reduction* | venta final, ultima venta, ultimas unidades, sin devolucion
clearance: 清仓 甩卖 清货 出清 | clearance, closeout, close out, liquidation, sell off | liquidacion, saldos, remate, outlet
discounted: 打折 折扣价 特价 促销价 降价 优惠价 半价 | on sale, in the sale, during a sale, a sale, sales, sale items, discount*, reduced, marked down, markdown*, half price | rebaj*, descuento*, en oferta, de oferta, con descuento
promotion_event: 活动 促销 大促 双十一 双11 双十二 618 黑五 黑色星期五 搞活动 | promotion*, promo event, event, campaign*, black friday, cyber monday, sale event, special offer* | promocion*, campana*, black friday, evento*, cyber monday
bundle: 套装 组合 一套 套餐 成套 礼盒装 | bundle*, set, sets, pack, packs, multipack, kit, combo | pack, packs, conjunto*, lote, lotes, juego de, kit, combo
improper_use: 使用不当 操作不当 人为损坏 误用 | improper use, misuse*, used ~ wrong*, my fault, my own fault, wrongly used | mal uso, uso indebido, usar* mal, us* mal, mi culpa, culpa mia
damaged: 坏了 损坏 破损 碎了 摔坏 破了 烂了 裂了 受损 坏 | damag*, broke*, cracked, smashed, crushed, shatter*, dented, defect*, faulty, ruined, torn, in pieces | rot*, danad*, dano*, estrope*, defect*, rompi*, averiad*, golpead*, aplastad*
in_transit>delivery: 运输途中 途中 路上 运输 物流 快递 暴力运输 | in transit, during shipping, during transport, during transit, during delivery, on the way, courier, carrier, delivery driver | en el envio, durante el envio, en transito, en el camino, transport*, mensajer*, repartidor*
mishandled: 暴力 野蛮 | mishandl*, roughly, rough handling, thrown ~ around, careless*, badly handled | maltrat*, manipul*, golpes
repair: 维修 修理 修 保修 返修 售后维修 | repair*, fix*, mend* | repar*, arregl*
warranty: 保修 质保 保修期 三包 | warrant*, guarantee* | garantia*
wrong_item: 发错 错发 货不对 不是我买的 拿错 寄错 送错 | wrong item, wrong product, wrong thing, wrong one, something else, didn't order, did not order, not what i ordered, mixed up | equivocad*, otra cosa, error en el pedido, no es lo que pedi, erroneo, incorrect*
missing_part: 少发 漏发 缺件 少了一件 少东西 | missing part*, missing item*, part is missing, not in the box, incomplete | falta* una pieza, incomplet*, falta un articulo, faltan piezas
return_label: 退货单 退货标签 退货地址 退货运费 | return label, return address, return shipping, return postage | etiqueta de devol*, direccion de devol*, portes de devol*
`;

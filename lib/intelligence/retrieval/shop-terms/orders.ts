/** Buying, changing and cancelling an order, and whether a product can be had. The form of a line: see `read-shop-terms.ts`. */
export const ORDER_TERMS = `
order: 下单 订购 订单 购买 买 拍下 拍 买到 | order*, buy*, purchas*, bought, get it, acquire | pedido*, pedir*, pido, pedi, compr*, encarg*, adquir*
cancel: 取消 撤销 撤单 不要了 退单 | cancel*, call off, calling off, stop ~ order, revoke, withdraw ~ order | cancel*, anul*, parar el pedido
change: 修改 更改 改 变更 换成 更换 | change*, changing, modify, modif*, edit*, update*, amend*, correct*, alter* | cambi*, modific*, edit*, corregir, actualiz*, rectific*
order_item: 其中一件 其中一个 有一件 一件商品 某一件 单品 | an item, one item, one of the items, one article, one thing, single item, part of my order, item in my order | un articulo, uno de los productos, uno de los articulos, parte del pedido, parte de mi pedido
remove: 去掉 删掉 移除 不要了 | remove*, take ~ out, leave ~ out, drop ~ from | quitar*, quito, elimin*, sacar
add_item: 加一件 加购 追加 再加 | add another, add an item, add ~ to my order, add more | anadir otro, agregar otro, anadir un articulo, agregar un articulo
phone_order: 电话下单 电话订购 打电话买 电话里 电话订 | order by phone, by phone, over the phone, over the telephone, by telephone, phone order*, telephone order* | por telefono, via telefonica, por via telefonica
guest: 游客 不注册 免注册 不登录 未注册 | guest, without ~ account, without signing up, without registering, without creating, no account, without ~ registration | invitado, sin registr*, sin cuenta, sin darme de alta, sin crear
out_of_stock>unavailable: 缺货 没货 无货 断货 没有货 无现货 没有现货 没现货 库存不足 没库存 | out of stock, no stock, zero stock, not in stock, run out, ran out, runs out, none left, no more left, low stock | sin stock, agotad*, sin existencias, no hay existencias, no queda*, no teneis en stock, no tienen en stock, fuera de stock, no hay stock, se ha acabado
sold_out>unavailable: 售罄 卖完 卖光 卖没了 抢光 售完 | sold out, sells out, all gone, all sold, has been sold | agotad*, se vendio, se ha vendido, todo vendido
temporarily>unavailable: 暂时 暂时缺货 暂无 目前没有 | temporar*, unavailable, not available, for the moment, right now, currently unavailable, at the moment | temporal*, de momento, por el momento, por ahora, no disponible, no esta disponible
on_hold>unavailable: 暂停销售 搁置 暂停 停止出售 暂缓 | on hold, paused, put on hold, suspended | en espera, pausad*, suspendid*, retenid*
backorder>unavailable: 缺货登记 延期交货 延期发货 缺货待补 待补货 等补货 补货后发货 | backorder*, back order*, back ordered | pedidos pendientes, en espera de stock, pendiente de reposicion, bajo pedido
preorder: 预售 预购 预订 预定 预约购买 预约 | preorder*, pre order*, presale, pre sale, prebook*, pre book*, advance order*, reserve in advance | preventa*, prerreserva*, reserva anticipada, reservar por anticipado, reservar por adelantado, reserva previa, por anticipado, por adelantado, pre compra
reserve: 预留 留一个 留一件 帮我留 保留 先留 | reserv*, put ~ aside, set ~ aside, hold one, keep one | reserv*, guard*, apart*
no_preorder: 不能预订 不能预购 没有预售 不可预订 | no preorder*, not available for pre order*, not available for preorder*, can't be reserved, cannot be reserved, not open for preorder*, no pre orders, without preorder | sin preventa, no admite preventa, no se puede reservar, no acepta reservas, no admite reservas, sin reserva
coming_soon: 即将上市 即将推出 即将发售 新品 预告 未上市 没上市 还没出 | coming soon, upcoming, not released, isn't released, not out yet, launching, launches, comes out soon, unreleased, about to be released, announced | proximamente, proximo lanzamiento, proximo, lanzamiento*, no ha salido, sale pronto, sale dentro de poco, todavia no sale, aun no sale, anunciad*
release: 上市 发售 开售 发布 | released, release*, launch* | lanz*, salga, sale a la venta, estreno
discontinued: 停产 停售 下架 不再生产 绝版 已停 | discontinu*, no longer carry, no longer sell, no longer made, no longer produced, stopped making, stopped selling, don't sell any more, retired, phased out, old model | descatalogad*, ya no se fabric*, dejado de fabric*, dejado de vend*, ya no vend*, retirad*, discontinuad*
visible: 还显示 还在网站 还能看到 | visible, still show*, still listed, still on the website, shows up | visible*, sigue* saliendo, aparece todavia, aun aparece, todavia aparece, sigue apareciendo
limited_edition: 限量 限定 限量版 限定款 纪念版 | limited edition*, limited run, limited, special edition*, collector* | edicion limitada, serie limitada, edicion especial, ediciones limitadas, coleccionista*
restock: 补货 再进 再上架 再有货 再出 到货通知 重新上架 进货 | restock*, back in stock, more stock, replenish* | repon*, reposicion*, repuest*, volver* a tener, volver a haber, mas unidades
notify: 到货通知 通知我 提醒 | notif*, alert*, let me know, tell me when | avis*, notific*, alert*
in_stock: 现货 有货 有库存 库存 | in stock, available, have ~ in stock, availability | en stock, disponible*, hay existencias, disponibilidad
mixed_order: 一起买 放一起 一起结账 一起下单 一起发货 同时买 | together, mix*, same order, combine, along with | mezcl*, mismo pedido, combinar, a la vez
size: 尺码 码数 尺寸 大码 小码 中码 号码大小 大小 | size*, medium, small, large, xl | talla*, tamano*
color: 颜色 红色 蓝色 白色 黑色 绿色 黄色 粉色 灰色 色 | colour*, color*, white, black, blue, red, green, yellow, pink, grey, gray | color*, blanco, negro, azul, rojo, verde, amarillo, rosa, gris
not_listed: 没上架 网站上没有 店里没有 找不到商品 | not listed, isn't listed, not on your website, not on the site, can't find on | no aparece, no esta en la web, no esta publicado, no figura, no listado
find_product: 帮我找 找货 能不能找到 调货 | source it, find me one, find one for me, get me one, track one down | conseguir*, consegu*, buscar*, encontrarme, localizar*
custom: 定制 定做 刻字 专属 个性化 私人订制 | custom*, personali*, engrav*, bespoke, made to order, tailor made, monogram* | personaliz*, a medida, grabar*, grabad*, por encargo
installation: 安装 上门安装 组装 装 师傅 | install*, set up, set it up, assembl*, put ~ together, fit it, fitting service | instal*, mont*, tecnico*, ensambl*
demonstration: 演示 示范 试用 体验 | demonstrat*, demo, show me how, show ~ how it works, in action, try ~ before, trial | demostr*, demo, como funciona, ensen*, probar*, prueba antes
before_buying: 买之前 购买之前 | before i buy, before buying, before purchas*, before making a purchase, first | antes de compr*, antes de pedir, antes de la compra
wholesale: 批发 大批量 采购 团购 大量购买 企业采购 | wholesale, bulk, large quantit*, resell*, trade price*, for our company, in quantity, volume discount* | al por mayor, mayorista*, grandes cantidades, por volumen, gran cantidad, para mi empresa, revend*
gift: 礼物 送人 送礼 送给 礼品 送 | gift*, present, presents | regal*, obsequio*
gift_wrap: 礼品包装 礼物包装 礼盒 包起来 | gift wrap*, wrap*, gift paper, gift box, ribbon | envolv*, envuelt*, envoltorio, papel de regalo, lazo, caja de regalo
gift_message: 贺卡 祝福卡 卡片 祝福 留言 寄语 附言 | gift message, message, card with, greeting card, birthday note, note, dedication, personal message | dedicatoria*, mensaje*, tarjeta con, nota, felicitacion
gift_to_recipient: 收礼人 | straight to, directly to, recipient*, to their address, to a friend | a casa de, directamente a, destinatari*, otra persona
received_gift>gift: 别人送我 收到的礼物 | gave me, was given, given to me, received as a gift, got as a gift, purchased as a gift | me lo regal*, me la regal*, me han regalado
`;

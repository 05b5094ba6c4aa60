/** Sending, following and receiving a parcel. The form of a line: see `read-shop-terms.ts`. */
export const DELIVERY_TERMS = `
delivery: 发货 送货 配送 快递 物流 寄 邮寄 送到 派送 运输 寄到 | deliver*, ship*, send*, dispatch*, courier, post, mail* to me, sent | envi*, entreg*, mand*, despach*, mensajer*, llegue, llegar*
parcel: 包裹 快件 快递 箱子 | parcel*, package, packages, shipment*, my box, the box | paquete*, bulto*
track: 查物流 物流 到哪里 到哪了 跟踪 查快递 进度 快递单号 单号 查询订单 查件 | track*, where is my, status of, follow ~ parcel, follow my order, whereabouts | seguimiento, rastre*, donde esta mi, estado de mi, estado del pedido, localizar mi
delivery_time: 几天到 几天能到 多久到 多久能到 什么时候到 到货 要多久 多长时间 送达时间 | delivery time*, shipping time*, how long ~ shipping, how long ~ delivery, how long ~ take, when will ~ arrive, how many days until, days ~ arrive, arrive*, how soon | cuanto tarda*, cuando llega*, en cuantos dias, plazo de entrega, tiempo de entrega, tiempo de envio, tarda* en llegar, dias ~ llega*
duration: 几天 多少天 多久 天之内 多长时间 | how long, how many days, how many weeks, days | cuantos dias, cuanto tiempo, cuanto tarda*, plazo, dias
international: 国外 海外 国际 境外 跨境 出国 外国 另一个国家 其他国家 | international*, abroad, overseas, foreign, worldwide, another country, different country, other countries, outside the country | internacional*, extranjero, otro pais, otros paises, fuera del pais, todo el mundo
country: 国家 法国 德国 美国 加拿大 英国 日本 西班牙 墨西哥 意大利 澳大利亚 | country, countries, germany, france, spain, portugal, italy, canada, mexico, australia, japan, china, uk, usa | pais, paises, francia, alemania, espana, portugal, italia, mexico, argentina, chile, colombia, canada
customs: 关税 清关 海关 进口税 | customs, duty, duties, import tax* | aduana*, aranceles, impuestos de importacion
expedited: 加急 急用 更快 着急 加快 次日达 特快 当天到 赶时间 催发货 | expedit*, express, rush*, faster, urgent*, next day, overnight, priority, quicker, speed up, asap | urgente*, expres, express, mas rapido, llegue antes, acelerar, lo necesito ya, prioritari*, 24 horas
shipping_fee: 运费 邮费 快递费 包邮 免运费 | shipping cost*, shipping fee*, delivery fee*, delivery cost*, postage, free shipping, free delivery | gastos de envio, coste de envio, costo de envio, portes, envio gratis, cuanto cuesta el envio
address: 地址 收货地址 收件地址 送货地址 收件人 门牌 | address*, street, postcode, zip code | direccion*, calle, destino, domicilio, codigo postal, senas
lost_parcel>lost_thing: 寄丢 弄丢 丢件 包裹丢失 没收到 快递丢了 | never arrived, didn't arrive, did not arrive, hasn't arrived, lost in transit, not received, went missing, lost ~ parcel, lost ~ package, lost my | no ha llegado, no llego, extraviad*, se ha perdido, no he recibido, nunca llego
pickup: 自提 到店取 门店自取 自取 | pick up, pickup, collect in store, click and collect, collection point | recog*, recogida, punto de recogida, retirar en tienda
delivery_slot: 送货时间 指定时间 周末送 预约送货 | delivery slot, time slot, specific day, weekend delivery | franja horaria, dia concreto, fin de semana, elegir hora
late: 晚了 延误 超时 推迟 迟迟 耽误 | late, delay*, overdue, slow | retras*, tarde, demor*
`;

import { tokenizeName } from "./name-tokens";

// What customers say whatever they buy. By themselves these words point at no product, even where just one has them.
const WORDS = `
  height weight waist chest hips altura peso cintura pecho cadera estatura 身高 体重 腰围 胸围 臀围 脚长 肩宽
  cm mm kg ml inch watt volt and que not but was are were been being has had having does did done can could will would should may might must shall
  all any some each every both none nobody nothing something everything anything somebody someone anyone one two three
  four five six seven eight nine ten once twice our your his her its their them they she you him who whom whose what
  which where when why how there here these those than then too very much many lot few several only just even still
  yet already again also about after before since until while during over under into onto out off down away back from
  through between inside outside around near without because though like such own say says said tell told know think
  see seen saw show put keep kept leave left let lose lost win stop start end begin going went gone get getting run
  day site bit man mate sir mean means meant mind care case cases way ways side place rest line note number top
  pero sin mas porque donde cuando como cuanto cual quien que cosa eso esto esa ese aquello algo nada alguien nadie
  todo todos toda todas cada ninguno ninguna alguno alguna uno dos tres cuatro cinco seis siete ocho nueve diez muy
  tan tanto mucho mucha poco poca solo sola aun todavia siempre nunca antes despues ahora luego entonces aqui ahi alli
  desde hasta entre sobre bajo dentro fuera contra segun durante soy eres somos son era fue fueron ser estar esta
  estan estaba hay habia han has tiene tienen tenia puede puedo pueden podria hace hacer hizo hice dice decir dijo dijeron
  quiere quieren quisiera sabe saber veo ver voy vamos van iba sale salir pone poner trae traer deja dejar pasa pasar
  busco lado parte forma vez veces fin final caso momento manera nos les lo le me te su sus mio mia suyo nuestro
  order orders number delivery deliver parcel package packaging post mail shipping ship courier carrier tracking track
  return refund exchange change swap cancel pay payment paid card cash price cost money discount coupon voucher code
  sale offer deal gift present free points member invoice receipt bill account login password email phone mobile
  address street house home office city name date day today tomorrow yesterday week month year time hour minute
  morning evening monday tuesday wednesday thursday friday saturday sunday birthday christmas summer winter
  shop store seller customer service support agent person human people help question problem issue thing item product
  goods piece part parts unit box bag case size colour color small medium large big long short old new used good bad
  great best better more less other another same different wrong right missing broken damaged late early first last
  next second half full empty open closed hot cold warm light dark heavy soft hard fast slow easy real original quality
  set pack pair kit model type kind style brand version black white red blue green yellow grey gray brown pink
  orange purple gold silver beige cream natural cat dog baby child kids boy girl man woman men women mother father
  wife husband friend hand foot feet head body face water food air fire work travel party hello thanks please sorry
  yes okay want need like have look find buy bought get got give make made use take send sent receive received arrive
  arrived wait come came stock available photo picture screen page site website link list basket cart button message
  text chat call review star stars complaint warranty repair install set-up manual instructions material fit wash
  pedido pedidos numero entrega envio paquete correo transporte seguimiento devolucion devolver reembolso cambio
  cambiar cancelar pago pagar tarjeta efectivo precio dinero descuento cupon vale codigo oferta rebaja regalo gratis
  puntos factura recibo cuenta clave contrasena telefono movil celular direccion calle casa oficina ciudad nombre
  fecha dia hoy manana ayer semana mes ano hora minuto tarde noche lunes martes miercoles jueves viernes sabado
  domingo cumpleanos navidad verano invierno tienda vendedor cliente servicio atencion persona gente ayuda pregunta
  problema cosa articulo producto pieza parte unidad caja bolsa talla tamano medida color pequeno mediano grande largo
  corto viejo nuevo nueva usado bueno buena malo mejor mas menos otro otra mismo distinto equivocado roto rota danado
  tarde temprano primero ultimo siguiente segundo medio mitad lleno vacio abierto cerrado caliente frio luz oscuro
  pesado suave duro rapido lento facil real original calidad juego par kit modelo tipo estilo marca version negro
  negra blanco blanca rojo roja azul verde amarillo gris marron rosa naranja morado dorado plateado beige crema
  natural gato perro bebe nino nina hombre mujer madre padre amigo mano pie cabeza cuerpo cara agua comida aire fuego
  trabajo viaje fiesta hola gracias favor perdon quiero necesito tengo comprar compre usar enviar enviado recibir
  recibido llegar llegado esperar disponible foto imagen pantalla pagina web enlace lista cesta carrito boton mensaje
  texto chat llamada resena estrellas queja garantia reparar instalar manual instrucciones material lavar
  订单 单号 号码 快递 物流 包裹 发货 送货 收货 配送 运费 退货 换货 退款 取消 付款 支付 价格 多少 便宜 优惠 打折 折扣
  活动 优惠券 券码 红包 赠品 礼物 礼品 送礼 免费 积分 会员 发票 账号 账户 登录 密码 邮箱 电话 手机 地址 姓名 日期 时间
  今天 明天 昨天 早上 上午 下午 晚上 周末 生日 圣诞 夏天 冬天 店铺 商家 卖家 顾客 客服 服务 人工 帮忙 问题 东西 商品
  产品 宝贝 配件 零件 箱子 盒子 袋子 包装 尺码 尺寸 大小 大号 中号 小号 颜色 黑色 白色 红色 蓝色 绿色 黄色 灰色 粉色
  棕色 紫色 金色 银色 原色 全新 新款 旧的 质量 材质 原装 正品 套装 一套 一件 一个 两个 三个 型号 款式 品牌 版本
  大人 孩子 宝宝 男士 女士 家用 办公 旅行 你好 谢谢 请问 可以 需要 想要 购买 收到 使用 安装 说明 说明书 库存 现货
  有货 图片 照片 页面 链接 购物车 评价 投诉 保修 维修 售后 清洗 不能 没有 怎么 什么 这个 那个 的时候 时候 现在 已经
  家里 家居 公司 客厅 卧室 厨房 房间 上门 送到 到货 尺码表 破损 坏了 少了 错了 大的 小的 长的 短的`;

const PLAIN = new Set(tokenizeName(WORDS).map(({ key }) => key));

/** Whether a token of a name says nothing about which product is meant. */
export function isPlainWord(key: string): boolean {
  return PLAIN.has(key) || /^\p{N}+$/u.test(key);
}

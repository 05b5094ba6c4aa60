/** Accounts, contact, opinions and everything around the shop. The form of a line: see `read-shop-terms.ts`. */
export const ACCOUNT_TERMS = `
account: 账号 账户 帐号 帐户 会员账号 用户 会员 | account*, profile, login | cuenta*, perfil, usuario*
sign_up>account: 注册 开通 开户 建账号 新用户 加入会员 | sign up, signing up, signed up, register*, registr*, create an account, creating an account, create account, open an account, join | registr*, darme de alta, darse de alta, alta, crear una cuenta, crear cuenta, abrir una cuenta
sign_in>account: 登录 登不上 登陆 | log in, login, sign in, logged in, logging in | iniciar sesion, entrar, acceder, inicio de sesion
password: 密码 忘记密码 重置密码 | password*, passcode | contrasena*, clave
delete_account>account: 注销 删除账号 删除数据 销户 | delete ~ account, close ~ account, erase ~ data, delete ~ data, remove ~ data | borr* ~ cuenta, elimin* ~ cuenta, borr* ~ datos, cerrar ~ cuenta, dar de baja
newsletter: 邮件 订阅 邮件推送 推送 电子报 通讯 资讯 | newsletter*, mailing list, subscrib*, subscription*, emails, marketing email* | boletin*, newsletter*, suscri*, lista de correo, correos
unsubscribe>newsletter: 退订 取消订阅 不想收到 | unsubscribe*, opt out, stop emails | darme de baja, cancelar la suscripcion, no recibir mas
contact: 联系 联系方式 电话 客服电话 邮箱 联系你们 找客服 | contact*, get in touch, reach you, phone number, email address, call you, telephone, your email | contact*, telefono, correo electronico, hablar con, comunicarme
support: 客服 人工 售后 客户服务 服务人员 | support, customer service, customer care, agent, help desk, representative | atencion al cliente, servicio al cliente, soporte, asesor*, agente*
live_chat: 在线客服 聊天 实时聊天 即时聊天 在线聊天 在线咨询 | live chat, chat*, message someone, instant messag*, talk online | chat*, tiempo real, en linea, mensajeria
review: 评价 评论 打分 晒单 评分 写评价 点评 好评 差评 | review*, rate, rating, opinion*, feedback, stars | resena*, opinion*, valor*, estrellas, comentario*, calific*
complaint: 投诉 举报 不满意 | complain*, complaint* | queja*, reclam*
store_hours: 营业时间 几点开门 几点关门 开门 关门 | opening hours, store hours, what time ~ open, what time ~ close, open on | horario*, a que hora, abris, abren, cerrais, cierran
physical_store: 门店 实体店 店铺地址 线下店 | physical store, shop address, showroom, branch, your store | tienda fisica, local, sucursal, vuestra tienda
parking: 停车 停车场 停车位 | parking, park my car, car park | aparcamiento, aparcar, estacionamiento, parking
jobs: 招聘 招人 应聘 工作机会 | hiring, job, jobs, vacanc*, career*, work for you | empleo, trabajar con, vacante*, contrat*
company: 公司介绍 创始人 老板 品牌故事 | founder, founded, owner of, about your company, who owns | fundo, fundador*, dueno, historia de la empresa
material: 材质 面料 成分 材料 什么做的 | material*, fabric*, made of, ingredient* | material*, tejido*, tela, composicion, ingrediente*
care: 机洗 清洗 洗涤 保养 怎么洗 清洁 污渍 | wash*, clean*, stain*, iron*, dry clean, care instruction* | lavar*, lavad*, limpi*, manch*, planch*
compatibility: 兼容 适用 电磁炉 能不能配 | compatib*, induction, work with, suitable for | compatib*, induccion, sirve para
dimensions: 重量 承重 高度 宽度 长度 多重 公斤 | weigh*, weight, height, width, dimension*, how heavy, how tall, kilos | peso, pesa, altura, ancho, medidas, kilos
battery: 电池 续航 充电 充电器 | battery, charg* time, charger* | bateria*, cargador*, carga
authenticity: 正品 真假 假货 正版 | authentic*, genuine, fake*, counterfeit | autentic*, original*, falso*, falsific*
recommend: 推荐 哪个好 怎么选 | recommend*, which one, suggest* | recomend*, aconsej*
instructions: 说明书 怎么用 使用方法 教程 | manual*, instruction*, how to use | manual*, instrucciones, como se usa
`;

/** Provinces with their prefectures, by their short names. Source: 行政区划 of the Ministry of Civil Affairs, 2023. */
const PROVINCES: Readonly<Record<string, string>> = {
  北京: "北京",
  天津: "天津",
  上海: "上海",
  重庆: "重庆",
  河北: "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
  山西: "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
  内蒙古: "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟",
  辽宁: "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛",
  吉林: "长春 吉林市 四平 辽源 通化 白山 松原 白城 延边",
  黑龙江: "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
  江苏: "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
  浙江: "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌",
  安徽: "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
  福建: "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
  江西: "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
  山东: "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
  河南: "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
  湖北: "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门",
  湖南: "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西",
  广东: "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山市 潮州 揭阳 云浮",
  广西: "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
  海南: "海口 三亚 三沙 儋州 琼海 文昌 万宁",
  四川: "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山",
  贵州: "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南",
  云南: "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河州 文山 西双版纳 大理 德宏 怒江 迪庆",
  西藏: "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区",
  陕西: "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
  甘肃: "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南",
  青海: "西宁 海东 海北 黄南 海南州 果洛 玉树 海西",
  宁夏: "银川 石嘴山 吴忠 固原 中卫",
  新疆: "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 喀什 和田 伊犁 克孜勒苏 塔城 阿勒泰 石河子",
};
const TAIWAN =
  "台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖 金门 连江".split(
    " ",
  );
const MUNICIPALITIES = new Set(["北京", "天津", "上海", "重庆"]);
const AUTONOMOUS: Readonly<Record<string, string>> = {
  内蒙古: "内蒙古自治区",
  广西: "广西壮族自治区",
  西藏: "西藏自治区",
  宁夏: "宁夏回族自治区",
  新疆: "新疆维吾尔自治区",
};
/** Districts whose name no other city has, so that it stands for its city. */
const DISTRICTS: Readonly<Record<string, string>> = {
  北京: "海淀区 丰台区 石景山区 昌平区 顺义区 大兴区 房山区 门头沟区 东城区 西城区 怀柔区 平谷区 密云区 延庆区",
  上海: "浦东新区 静安区 徐汇区 黄浦区 长宁区 虹口区 杨浦区 闵行区 嘉定区 松江区 青浦区 奉贤区 金山区 崇明区",
  广州: "天河区 越秀区 荔湾区 海珠区 番禺区 黄埔区 花都区 增城区",
  深圳: "福田区 罗湖区 龙岗区 宝安区 盐田区 坪山区",
  杭州: "余杭区 萧山区 拱墅区 上城区 临平区 钱塘区 富阳区",
  成都: "锦江区 武侯区 金牛区 成华区 青羊区 双流区 郫都区 龙泉驿区",
  武汉: "武昌区 洪山区 江汉区 硚口区 江岸区 黄陂区 江夏区 蔡甸区",
  西安: "雁塔区 碑林区 未央区 莲湖区 灞桥区",
  重庆: "渝中区 渝北区 沙坪坝区 九龙坡区 南岸区 北碚区 巴南区 大渡口区",
  南京: "玄武区 秦淮区 建邺区 雨花台区 栖霞区 江宁区 浦口区 六合区",
  天津: "滨海新区 西青区 津南区 北辰区 武清区 宝坻区 红桥区",
  苏州: "姑苏区 虎丘区 吴中区 相城区 吴江区 工业园区",
  济南: "历下区 历城区 槐荫区 天桥区",
};

const CITY_PROVINCES = new Map(
  Object.entries(PROVINCES).flatMap(([province, cities]) =>
    cities.split(" ").map((city) => [city, province] as const),
  ),
);
const DISTRICT_CITIES = new Map(
  Object.entries(DISTRICTS).flatMap(([city, names]) => names.split(" ").map((name) => [name, city] as const)),
);

const longestFirst = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length).join("|");

/** Names in simplified characters, for patterns. */
export const PROVINCE_NAMES = longestFirst(Object.keys(PROVINCES));
export const CITY_NAMES = longestFirst([...CITY_PROVINCES.keys(), ...TAIWAN]);
export const LONE_DISTRICTS = longestFirst(
  [...DISTRICT_CITIES.keys()].filter((name) => name !== "工业园区" && name !== "天桥区"),
);

const short = (name: string) => name.replace(/(?:市|县|自治州|地区|盟|特别行政区)$/, "");

/** The province of a city of the mainland, as it is called in full; undefined for a municipality and an unknown one. */
export function provinceOfCity(city: string): string | undefined {
  const province = CITY_PROVINCES.get(city) ?? CITY_PROVINCES.get(short(city));
  if (!province || MUNICIPALITIES.has(province)) return undefined;
  return AUTONOMOUS[province] ?? `${province}省`;
}

export function isMunicipality(name: string): boolean {
  return MUNICIPALITIES.has(short(name));
}

export function isOfTaiwan(city: string): boolean {
  return TAIWAN.includes(short(city));
}

/** The city of a district whose name stands for itself, such as 上海市 for 浦东新区. */
export function cityOfDistrict(district: string): string | undefined {
  const city = DISTRICT_CITIES.get(district);
  return city && `${city}市`;
}

/** Common names, so that no customer of the demo shop is anyone in particular. Chinese ones carry their pinyin. */
export const ZH_SURNAMES =
  "王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lv 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang".split(
    " ",
  );
export const ZH_GIVEN =
  "雅琴yaqin 欣怡xinyi 子涵zihan 梓萱zixuan 诗涵shihan 雨桐yutong 思远siyuan 浩然haoran 宇轩yuxuan 俊杰junjie 建国jianguo 志强zhiqiang 丽华lihua 秀英xiuying 晓燕xiaoyan 婷婷tingting 静怡jingyi 佳慧jiahui 梦瑶mengyao 若曦ruoxi 一诺yinuo 可馨kexin 明轩mingxuan 文博wenbo 天宇tianyu 鹏飞pengfei 海涛haitao 国栋guodong 晨曦chenxi 语嫣yuyan 芷若zhiruo 慧敏huimin 玉兰yulan 春梅chunmei 少华shaohua 嘉豪jiahao 泽宇zeyu 睿轩ruixuan 楠nan 洁jie 磊lei 娜na 敏min 伟wei 强qiang 芳fang 艳yan 军jun 杰jie 涛tao 超chao 倩qian 颖ying 琳lin 悦yue 宁ning 博bo 阳yang 帆fan 月yue 书瑶shuyao 安然anran 知夏zhixia 亦凡yifan 景行jingxing 清扬qingyang 沐阳muyang 星辰xingchen 舒雅shuya 心怡xinyi".split(
    " ",
  );
export const EN_FIRST =
  "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Daniel Karen Matthew Lisa Anthony Nancy Mark Emily Steven Ashley Andrew Kimberly Paul Donna Joshua Michelle Kevin Carol Brian Amanda George Melissa Edward Deborah Ronald Stephanie Jason Rebecca Ryan Laura Jacob Helen Gary Amy Nicholas Anna Eric Grace Jonathan Olivia Oliver Chloe Harry Sophie Jack Ruby Noah Isla Leo Freya Callum Imogen Owen Alice Priya Aisha Hiroshi Mei Tariq Naomi Yusuf Ingrid".split(
    " ",
  );
export const EN_LAST =
  "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Watson Brooks Bennett Gray Hughes Price Patel Khan Singh Nguyen Novak Porter O'Brien McCarthy Fletcher Hargreaves Whitaker Sinclair Okafor Tanaka".split(
    " ",
  );
export const ES_FIRST =
  "María Carmen Ana Lucía Laura Marta Paula Elena Sara Cristina Isabel Raquel Pilar Teresa Rosa Beatriz Silvia Patricia Irene Andrea Alba Claudia Sofía Valeria Camila Ximena Fernanda Daniela José Antonio Manuel Francisco David Juan Javier Daniel Carlos Miguel Alejandro Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis Alberto Álvaro Diego Adrián Raúl Iván Rubén Óscar Andrés Emilio Hugo Mateo Santiago Rodrigo".split(
    " ",
  );
export const ES_LAST =
  "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Herrera Flores Reyes".split(
    " ",
  );

export interface Place {
  country: string;
  city: string;
  weight: number;
}

const place = (country: string, city: string, weight: number): Place => ({ country, city, weight });

export const PLACES: Record<"zh" | "en" | "es", readonly Place[]> = {
  zh: [
    place("CN", "上海", 13),
    place("CN", "北京", 11),
    place("CN", "广州", 9),
    place("CN", "深圳", 10),
    place("CN", "杭州", 9),
    place("CN", "成都", 7),
    place("CN", "南京", 5),
    place("CN", "武汉", 5),
    place("CN", "苏州", 5),
    place("CN", "重庆", 4),
    place("CN", "西安", 4),
    place("CN", "厦门", 3),
    place("CN", "青岛", 3),
    place("CN", "长沙", 3),
    place("CN", "宁波", 3),
    place("CN", "佛山", 2),
    place("CN", "大连", 2),
    place("CN", "昆明", 2),
    place("US", "San Gabriel", 1),
    place("CA", "Richmond", 1),
  ],
  en: [
    place("US", "New York", 9),
    place("US", "Los Angeles", 8),
    place("US", "Seattle", 6),
    place("US", "Chicago", 6),
    place("US", "Austin", 5),
    place("US", "Boston", 4),
    place("US", "Denver", 3),
    place("US", "Portland", 3),
    place("GB", "London", 9),
    place("GB", "Manchester", 4),
    place("GB", "Edinburgh", 3),
    place("GB", "Bristol", 3),
    place("CA", "Toronto", 5),
    place("CA", "Vancouver", 4),
    place("AU", "Sydney", 4),
    place("AU", "Melbourne", 4),
  ],
  es: [
    place("ES", "Madrid", 12),
    place("ES", "Barcelona", 11),
    place("ES", "Valencia", 6),
    place("ES", "Sevilla", 5),
    place("ES", "Bilbao", 4),
    place("ES", "Zaragoza", 3),
    place("ES", "Málaga", 4),
    place("ES", "A Coruña", 2),
    place("MX", "Ciudad de México", 9),
    place("MX", "Guadalajara", 5),
    place("MX", "Monterrey", 4),
    place("US", "Miami", 4),
  ],
};

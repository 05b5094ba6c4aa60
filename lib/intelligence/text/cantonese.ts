/** Words of written Cantonese, and some of other speech, with their Mandarin; longer ones stand before their parts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/唔使|唔駛|唔用/gu, "不用"],
  [/唔該晒|唔该晒|多謝晒|多谢晒/gu, "谢谢"],
  [/唔該|唔该/gu, "麻烦"],
  [/得唔得/gu, "行不行"],
  [/係唔係|系唔系/gu, "是不是"],
  [/唔係|唔系/gu, "不是"],
  [/唔好意思/gu, "不好意思"],
  [/唔好/gu, "不要"],
  [/唔得/gu, "不行"],
  [/唔(?=\p{Script=Han})/gu, "不"],
  [/冇(?:晒)?/gu, "没有"],
  [/仲有/gu, "还有"],
  [/仲未/gu, "还没"],
  [/幾時|几时/gu, "什么时候"],
  [/點解|点解/gu, "为什么"],
  [/點樣|点样/gu, "怎么"],
  [/邊個|边个/gu, "哪个"],
  [/邊度|边度/gu, "哪里"],
  [/幾多|几多/gu, "多少"],
  [/乜嘢|乜野|咩(?=\p{Script=Han})/gu, "什么"],
  [/嗰個|嗰个|嗰/gu, "那个"],
  [/呢個|呢个/gu, "这个"],
  [/而家|宜家(?=[係系有冇])/gu, "现在"],
  [/啱啱/gu, "刚刚"],
  [/咗/gu, "了"],
  [/嘅/gu, "的"],
  [/(?<!\p{Script=Han})咁/gu, "那"],
  [/畀|俾/gu, "给"],
  [/睇/gu, "看"],
  [/嚟/gu, "来"],
  [/啲/gu, "些"],
  [/冧巴/gu, "号码"],
  [/好多钱/gu, "多少钱"],
  [/好久(?=[退到发能才回])/gu, "多久"],
  [/得行不/gu, "行不行"],
  [/莫忙(?=[改退换取])/gu, "先别"],
  [/(?<=\p{Script=Han})内个/gu, "那个"],
];
const MARKS =
  /[唔冇嘅咗咁嚟啲嗰咩睇畀俾乜]|内个|好多钱|好久|得行|莫忙|點解|点解|邊個|边个|邊度|边度|幾時|几时|而家|啱/u;

/** A text with the words of written Cantonese as Mandarin says them; other texts as they are. */
export function toMandarin(text: string): string {
  if (!MARKS.test(text)) return text;
  return WORDS.reduce((plain, [pattern, word]) => plain.replace(pattern, word), text);
}

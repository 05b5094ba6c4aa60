import type { ReturnReason } from "@/lib/data/after-sales/schemas";

/** The first that fits decides: what is wrong with the goods weighs more than what the customer feels about them. */
const WORDS: readonly [ReturnReason, RegExp][] = [
  [
    "wrong_item",
    /发错|發錯|寄错|寄錯|不是我(?:买|订|要)的|错(?:的)?(?:货|商品|颜色|款)|\b(?:wrong|different) (?:item|product|one|colou?r|model)|not what i ordered|equivocad|no es (?:el|la|lo) que ped|otr[oa] (?:producto|color|modelo) (?:del|de la|al) que/iu,
  ],
  [
    "damaged",
    /破(?!例)|碎|裂|缺(?:了)?[一个個]*[角口块塊]|豁口|压坏|壓壞|摔坏|摔壞|变形|變形|漏|\b(?:broken|cracks?|cracked|a chip|chips|smashed|shattered|damaged|dented|torn|ripped|leak|chipped|has a hole)|(?<!\p{L})(?:hoyo|agujero|desportillad)|rot[oa]s?(?!\p{L})|dañad|golpead|agrietad|quebrad|abollad|rasgad/iu,
  ],
  [
    "defective",
    /坏了|壞了|质量|品質|故障|不(?:能)?(?:工作|亮|响|转|开机|通电)|没反应|有问题|瑕疵|\b(?:defect|faulty|malfunction|(?:does(?:n'?t| not)|wo(?:n'?t| not)) (?:work|turn on|charge|start|heat)|not work|stopped working|quality|dead)|defectuos|no funciona|no enciende|no carga|falla|mala calidad|dejó de funcionar/iu,
  ],
  [
    "not_as_described",
    /(?:跟|和|与)?(?:描述|图片|照片|页面).{0,6}(?:不符|不一样|不同)|色差|货不对板|\bnot (?:at all )?(?:as|like|what (?:was|is|you)) (?:described|shown|promised|in the (?:picture|photo))|looks? (?:nothing like|different)|no (?:es|se parece).{0,12}(?:foto|descri|anunc|imagen)|distint[oa] a (?:la foto|lo anunciado)/iu,
  ],
  [
    "wrong_size",
    /(?<!同(?:样|一|樣)的?)(?:尺码|尺寸)|大小|太大|太小|偏大|偏小|大了|小了|穿不(?:下|上)|不合身|\b(?:(?<!same )size|too (?:big|small|large|tight|loose|long|short)|does(?:n'?t| not) fit|fit)\b|(?<!mism[oa] )talla|grande|pequeñ|chic[oa]|apretad|no me (?:queda|entra|vale|sirve)|tamaño/iu,
  ],
  [
    "late",
    /太(?:慢|晚)|来(?:得)?(?:太)?晚|晚到|等(?:太|不了)|\b(?:too late|late|took too long)\b|(?<!\p{L})(?:tard(?:ó|aron)|lleg[oó] (?:muy |demasiado )?tarde|se demor\p{L}*)(?!\p{L})/iu,
  ],
  [
    "changed_mind",
    /不想要|太苦|太甜|太淡|买重|(?:她|他|家人|朋友|都)不(?:喝|吃|用|穿)|不喜欢|不好看|不喜歡|不需要|用不(?:着|上)|买多|買多|买错|拍错|后悔|不合适|七天无理由|\b(?:changed? my mind|(?:is|are)(?:n'?t| not) my (?:colou?r|style|thing|taste)|tastes? (?:too )?(?:bitter|bad)|have too many|don'?t (?:like|need|want)|no longer|do not (?:like|need|want)|not (?:needed|for me)|ordered (?:too many|by mistake)|regret|mistake)|no (?:me (?:gusta|gust[oó]|convence|convenci[oó])|lo necesito|la necesito|lo quiero|la quiero)|cambi[eé] de (?:idea|opinión)|me arrepent|por error|ya no/iu,
  ],
];

/** Why somebody gives goods back, as far as the text says; null where it does not. */
export function readReturnReason(text: string): ReturnReason | null {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

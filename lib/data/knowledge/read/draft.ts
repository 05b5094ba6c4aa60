/** An article as a file has it, unchecked. */
export interface Draft {
  /** Line of the file where it begins, from 1. */
  line: number;
  title: string;
  body: string;
  externalId?: string | undefined;
  language?: string | undefined;
  audience?: string | undefined;
  tags?: string[] | undefined;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
}

/** What files call the fields, in the three languages, small letters. */
export const FIELD_NAMES: Record<string, keyof Omit<Draft, "line">> = {
  ...names("title", "title question 标题 题目 问题 titulo título pregunta"),
  ...names("body", "body answer content text 内容 正文 答案 回答 contenido cuerpo respuesta texto"),
  ...names("language", "language lang locale 语言 idioma lengua"),
  ...names("externalId", "externalid external_id id 编号 外部编号 identificador"),
  ...names("audience", "audience 受众 对象 audiencia"),
  ...names("tags", "tags 标签 etiquetas"),
  ...names("validFrom", "validfrom valid_from 生效日期 生效时间 valido_desde válido_desde"),
  ...names("validUntil", "validuntil valid_until 失效日期 失效时间 valido_hasta válido_hasta"),
};

/** `zh-CN`, `中文`, `Español` and the like, as articles name their language; others stay as they are. */
export function readLanguage(value: string): string {
  const name = value.trim().toLowerCase();
  if (/^(zh\b|中文|汉语|chinese|chino)/.test(name)) return "zh";
  if (/^(en\b|英文|英语|english|ingl)/.test(name)) return "en";
  if (/^(es\b|西班牙|spanish|espa|castellano)/.test(name)) return "es";
  return name;
}

export function readTags(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, "")
    .split(/[,，;；、|]/)
    .map((tag) => tag.trim().replace(/^["']|["']$/g, ""))
    .filter(Boolean);
}

/** A day alone is its first instant in UTC. */
export function readInstant(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value;
}

/** Fields of a draft from their texts by the file's names; empty ones and unknown names are left out. */
export function readFields(entries: Iterable<readonly [name: string, value: string]>): Partial<Draft> {
  const draft: Partial<Draft> = {};
  for (const [name, raw] of entries) {
    const field = FIELD_NAMES[name.trim().toLowerCase().replaceAll(" ", "_")];
    const value = raw.trim();
    if (!field || value === "") continue;
    if (field === "tags") draft.tags = readTags(value);
    else if (field === "language") draft.language = readLanguage(value);
    else if (field === "validFrom" || field === "validUntil") draft[field] = readInstant(value);
    else draft[field] = value;
  }
  return draft;
}

function names<Field>(field: Field, all: string): Record<string, Field> {
  return Object.fromEntries(all.split(" ").map((name) => [name, field]));
}

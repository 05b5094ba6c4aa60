"""Seeded variations of training lines: what thumbs, hurry and desensitised logs do to a text."""

import random
import re
import unicodedata

OPENINGS = {
    "zh": ["你好，", "您好 ", "亲，", "请问", "在吗，", "那个", "麻烦问下，", "老板，", "客服你好，", "我想问一下"],
    "en": ["hi, ", "hello! ", "hey ", "good morning, ", "quick question: ", "sorry, ", "excuse me, ", "so "],
    "es": ["hola, ", "buenas, ", "buenos días, ", "disculpe, ", "oye, ", "una consulta: ", "perdona, "],
}
CLOSINGS = {
    "zh": ["，谢谢", "，麻烦了", "啊", "呢", "。", "？", "，急", "，在线等"],
    "en": [" thanks", " please", ", thank you", "??", ".", " pls", " asap"],
    "es": [" gracias", ", por favor", " porfa", "??", ".", ", muchas gracias"],
}
# Logs of Chinese shops show such marks where a number, date or name was removed; so will our own masking.
MASKS = {"zh": ["[数字x]", "[数字]"], "en": ["[number]"], "es": ["[número]"]}
SMALL_TALK = {"greeting", "thanks", "goodbye", "affirm", "deny", "provide_info", "out_of_scope"}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def vary(text: str, lang: str, intent: str | None, random: random.Random) -> str:
    """One variation; about a third of the texts come back as they were."""
    if random.random() < 0.3:
        return text
    if intent is not None and intent not in SMALL_TALK:
        if random.random() < 0.15:
            text = random.choice(OPENINGS[lang]) + text
        if random.random() < 0.15:
            text += random.choice(CLOSINGS[lang])
    if random.random() < 0.15:
        text = NUMBER.sub(lambda _: random.choice(MASKS[lang]), text)
    if random.random() < 0.25:
        text = _loosen(text, lang, random)
    if random.random() < (0.2 if lang == "zh" else 0.4):
        text = _slip(text, random)
    return text


def _loosen(text: str, lang: str, random: random.Random) -> str:
    """Punctuation dropped or turned into spaces; Spanish accents dropped."""
    if lang == "es" and random.random() < 0.7:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")
    if random.random() < 0.5:
        text = re.sub(r"[，。！？、,.!?¿¡；;：:]", " " if random.random() < 0.5 or lang != "zh" else "", text)
    return text.strip() or "?"


def _slip(text: str, random: random.Random) -> str:
    """Drops, doubles or swaps one or two characters inside the text."""
    chars = list(text)
    if len(chars) < 5:
        return text
    for _ in range(2 if len(chars) > 40 else 1):
        at = random.randrange(1, len(chars) - 2)
        kind = random.random()
        if kind < 0.4:
            del chars[at]
        elif kind < 0.6:
            chars.insert(at, chars[at])
        else:
            chars[at], chars[at + 1] = chars[at + 1], chars[at]
        if len(chars) < 5:
            break
    return "".join(chars)

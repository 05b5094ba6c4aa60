"""What the model learns from: the project's own corpus, and openly licensed sets where they are present."""

import csv
import gzip
import hashlib
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

OUT_OF_SCOPE = "out_of_scope"
SEED = 1
# Lines an intent from Bitext, and the unit for the other open sets.
OPEN_EACH = 60

# Bitext's intents (CDLA-Sharing-1.0) in our taxonomy; contact_customer_service mixes two of ours and is left out.
BITEXT = {
    "cancel_order": "order_cancel",
    "change_order": "order_modify",
    "change_shipping_address": "address_change",
    "check_cancellation_fee": "order_cancel",
    "check_invoice": "invoice",
    "check_invoices": "invoice",
    "check_payment_methods": "payment_methods",
    "check_refund_policy": "return_policy",
    "complaint": "complaint",
    "contact_human_agent": "human_agent",
    "create_account": "account_manage",
    "delete_account": "account_manage",
    "delivery_options": "delivery_options",
    "delivery_period": "delivery_time",
    "edit_account": "account_manage",
    "get_invoice": "invoice",
    "get_refund": "refund_request",
    "newsletter_subscription": "subscription",
    "payment_issue": "payment_problem",
    "place_order": "order_place_help",
    "recover_password": "account_login",
    "registration_problems": "account_login",
    "review": "review_feedback",
    "set_up_shipping_address": "address_change",
    "switch_account": "account_manage",
    "track_order": "order_tracking",
    "track_refund": "refund_status",
}
# Intents of CLINC150 that a shop's desk answers too; the other 130 and its own out-of-scope lines are out of scope.
CLINC_NEAR = set(
    "order order_status cancel cancel_reservation greeting goodbye thank_you yes no maybe repeat change_language "
    "what_can_i_ask_you are_you_a_bot who_made_you shopping_list shopping_list_update change_user_name "
    "replacement_card_duration report_fraud transactions spending_history user_name what_is_your_name "
    "expiration_date new_card redeem_rewards rewards_balance".split()
)
# Intents of BANKING77 that only a bank can answer.
BANKING_FAR = set(
    "atm_support automatic_top_up card_acceptance card_swallowed cash_withdrawal_charge "
    "cash_withdrawal_not_recognised declined_cash_withdrawal exchange_charge exchange_rate exchange_via_app "
    "fiat_currency_support getting_spare_card get_disposable_virtual_card pending_cash_withdrawal pin_blocked "
    "top_up_by_bank_transfer_charge top_up_by_card_charge top_up_limits topping_up_by_card "
    "wrong_exchange_rate_for_cash_withdrawal age_limit country_support change_pin".split()
)
# What is asked for without feeling, as a rule: their short lines teach what neutral is.
CALM = set(
    "order_cancel order_modify address_change order_place_help presale_reservation delivery_options shipping_fee "
    "return_request return_policy return_shipping exchange_request refund_request warranty_repair payment_methods "
    "installment invoice product_info product_availability size_advice product_recommend product_usage product_price "
    "promotion_inquiry gift_inquiry loyalty_points account_manage subscription contact_info provide_info".split()
)
# Of each of those intents and languages; characters, the second for Chinese.
CALM_EACH, CALM_LENGTH, CALM_LENGTH_ZH = 40, 60, 20
MASSIVE_NEAR = set("general_greet general_quirky lists_createoradd lists_query lists_remove".split())


@dataclass(frozen=True)
class Row:
    text: str
    lang: str
    intent: str | None
    sentiment: str | None
    source: str

    @property
    def group(self) -> str:
        """What it is told apart by in figures: real lines of shop logs by themselves, the others by language."""
        return "jddc" if self.source == "jddc" else self.lang


def read_intent_corpus(folder: Path) -> list[Row]:
    """One file an intent, one JSON object a line: {"lang", "text"}."""
    return [
        Row(line["text"], line["lang"], file.stem, None, "corpus")
        for file in sorted(folder.glob("*.jsonl"))
        for line in read_json_lines(file)
    ]


def read_sentiment_corpus(folder: Path) -> list[Row]:
    """One file a label, one JSON object a line: {"lang", "text"}."""
    return [
        Row(line["text"], line["lang"], None, file.stem, "corpus")
        for file in sorted(folder.glob("*.jsonl"))
        for line in read_json_lines(file)
    ]


def mark_calm(rows: list[Row], seed: int) -> list[Row]:
    """The rows, some of which are labelled neutral too: plain requests, of which a corpus of reviews knows nothing."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        length = CALM_LENGTH_ZH if row.lang == "zh" else CALM_LENGTH
        if row.intent in CALM and len(row.text) <= length and not any(mark in row.text for mark in "!！"):
            groups.setdefault((row.intent, row.lang), []).append(row)
    calm = {row for group in groups.values() for row in sample(group, CALM_EACH, seed)}
    return [replace(row, sentiment="neutral") if row in calm else row for row in rows]


def read_held_out(corpus: Path) -> list[Row]:
    """Lines that other writers wrote without sight of the corpus: for calibration and choice, never to train on."""
    return [
        Row(line["text"], line["lang"], line["intent"], None, "held out")
        for line in read_json_lines(corpus / "held-out.jsonl")
    ]


def read_held_out_reviews(corpus: Path) -> list[Row]:
    """The same for sentiment."""
    return [
        Row(line["text"], line["lang"], None, line["sentiment"], "held out")
        for line in read_json_lines(corpus / "held-out-sentiment.jsonl")
    ]


def read_dev(data: Path) -> list[Row]:
    """The development set: to measure on, never to train on."""
    return [
        Row(line["text"], line["lang"], line["intent"], None, line["source"])
        for line in read_json_lines(data / "intents" / "shop_dev.jsonl")
    ]


def read_open_intents(data: Path, each: int, seed: int) -> list[Row]:
    """Bitext mapped to our intents (`each` lines an intent), and out-of-scope lines of four assistants' sets."""
    intents = data / "intents"
    bitext = [
        Row(row["utterance"], "en", BITEXT[row["intent"]], None, "bitext")
        for name in ("en_bitext_customer_support_train", "en_bitext_20k_train")
        for row in read_csv(intents / f"{name}.csv.gz")
        if row["intent"] in BITEXT
    ]
    outside = {
        "clinc": [
            Row(row["text"], "en", OUT_OF_SCOPE, None, "clinc")
            for row in read_csv(intents / "en_clinc150_train_val_oos.csv.gz")
            if row["intent"] not in CLINC_NEAR
        ],
        "banking": [
            Row(row["text"], "en", OUT_OF_SCOPE, None, "banking")
            for row in read_csv(intents / "en_banking77_train.csv.gz")
            if row["category"] in BANKING_FAR
        ],
        "massive": [
            Row(row["text"], "zh", OUT_OF_SCOPE, None, "massive")
            for row in read_csv(intents / "zh_massive_train_val_halftest.csv.gz")
            if row["split"] == "train" and row["intent"] not in MASSIVE_NEAR
        ],
        "facebook": [
            Row(row["text"], "es", OUT_OF_SCOPE, None, "facebook")
            for row in read_csv(intents / "es_fb_multilingual_nlu_train_eval_halftest.csv.gz")
            if row["split"] == "train"
        ],
    }
    shares = {"clinc": 5 * each, "banking": each, "massive": 4 * each, "facebook": 2 * each}
    chosen = [row for intent in sorted(set(BITEXT.values())) for row in sample(
        [row for row in bitext if row.intent == intent], each, seed)]
    for name, rows in outside.items():
        chosen += sample(rows, shares[name], seed)
    return chosen


def read_open_reviews(data: Path) -> list[Row]:
    """Women's Clothing reviews (CC0): 1-2 stars negative, 3 neutral, 5 positive (4 is left out as unclear). Those that
    `is_measured` says are kept for measuring."""
    labels = {"1": "negative", "2": "negative", "3": "neutral", "5": "positive"}
    return [
        Row(f"{row['Title']}. {row['Review Text']}".lstrip(". "), "en", None, labels[row["Rating"]], "clothing")
        for row in read_csv(data / "reviews" / "en_womens_clothing_reviews.csv.gz")
        if row["Rating"] in labels and row["Review Text"].strip() and not is_measured(row["Review Text"].strip())
    ]


def sample(rows: list[Row], count: int, seed: int) -> list[Row]:
    return rows if len(rows) <= count else random.Random(seed).sample(rows, count)


def held_out(row: Row, percent: int) -> bool:
    """A stable choice by the text's hash, so that the same line is always on the same side."""
    return _percentile(row.text) < percent


def is_measured(text: str) -> bool:
    """Whether a review of an open set, by its bare text, is kept for measuring: a tenth of them."""
    return _percentile(text) < 10


def _percentile(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % 100


def read_csv(file: Path) -> Iterable[dict[str, str]]:
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def read_json_lines(file: Path) -> Iterable[dict[str, str]]:
    with file.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())

"""Clear reviews to measure sentiment on: 1-2 against 5 stars, or the set's two labels. None of them trains what ships;
of the Women's Clothing reviews, which do, a tenth is kept for measuring."""

from pathlib import Path

from .rows import Row, is_measured, read_csv

STARS = {"1": "negative", "2": "negative", "5": "positive"}
LABELS = {"0": "negative", "1": "positive"}


def clear_reviews(data: Path, with_trained: bool = False) -> dict[str, list[Row]]:
    """By set, each review with its language and the sentiment that its stars or label say; `with_trained` adds those
    that what ships has learnt from."""
    reviews = data / "reviews"
    found: dict[str, list[Row]] = {}

    def add(name: str, lang: str, file: str, text: str, label: str, meaning: dict[str, str]) -> None:
        found[name] = [
            Row(row[text].strip(), lang, None, meaning[row[label].strip()], name)
            for row in read_csv(reviews / file)
            if row[label].strip() in meaning and row[text].strip()
        ]

    add("zh shopping", "zh", "zh_online_shopping_10_cats.csv.gz", "review", "label", LABELS)
    add("zh food delivery", "zh", "zh_waimai_10k.csv.gz", "review", "label", LABELS)
    add("zh hotels", "zh", "zh_chnsenticorp_hotel.csv.gz", "review", "label", LABELS)
    add("en clothing", "en", "en_womens_clothing_reviews.csv.gz", "Review Text", "Rating", STARS)
    if not with_trained:
        found["en clothing"] = [row for row in found["en clothing"] if is_measured(row.text)]
    add("en smart speakers", "en", "en_amazon_alexa_reviews.csv.gz", "verified_reviews", "rating", STARS)
    add("en phones", "en", "en_amazon_cells_labelled.csv", "text", "label", LABELS)
    add("es hotels", "es", "es_hotel_reviews.csv.gz", "Opinion", "Class", STARS)
    return found

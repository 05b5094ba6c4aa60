"""The wide path: a linear model over pieces and pairs of neighbouring pieces, added to the encoder's logits.

A deep model generalises and a linear one remembers wordings; together they beat either (Cheng et al. 2016).
"""

import torch
from torch import Tensor, nn

PAIR_ROWS = 1 << 17
MULTIPLIER = 1_000_003
# <s>, <pad> and </s> begin, fill and end a text; they say nothing by themselves.
FIRST_WORD = 3


class Wide(nn.Module):
    """`forward(input_ids, attention_mask)`, both (batch, length), gives logits of intents (batch, intents) and of
    sentiments (batch, sentiments): two models whose rows lie side by side."""

    def __init__(self, vocabulary: int, intents: int, sentiments: int):
        super().__init__()
        self.widths = (intents, sentiments)
        self.pieces = nn.Embedding(vocabulary, sum(self.widths), sparse=True)
        self.pairs = nn.Embedding(PAIR_ROWS, sum(self.widths), sparse=True)
        self.bias = nn.Parameter(torch.zeros(sum(self.widths)))
        nn.init.zeros_(self.pieces.weight)
        nn.init.zeros_(self.pairs.weight)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        pairs = torch.remainder(input_ids[:, :-1] * MULTIPLIER + input_ids[:, 1:], PAIR_ROWS)
        weights = attention_mask.to(self.bias.dtype)
        words = weights * (input_ids >= FIRST_WORD).to(weights.dtype)
        total = (self.pieces(input_ids) * words[:, :, None]).sum(1)
        total = total + (self.pairs(pairs) * weights[:, 1:, None]).sum(1)
        intent, sentiment = (total / weights.sum(1, keepdim=True).sqrt() + self.bias).split(self.widths, 1)
        return intent, sentiment

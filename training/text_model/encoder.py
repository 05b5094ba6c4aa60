"""The encoder: a BERT of post-norm layers (Devlin et al. 2019) over a cut vocabulary, with three heads."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from .e5_weights import E5Weights
from .wide import Wide

MAX_TOKENS = 128
EMBEDDING = 512
SENTIMENTS = ("negative", "neutral", "positive")


class Attention(nn.Module):
    def __init__(self, hidden: int, heads: int, dropout: float, epsilon: float):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query = nn.Linear(hidden, hidden)
        self.key = nn.Linear(hidden, hidden)
        self.value = nn.Linear(hidden, hidden)
        self.output = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = x.shape

        def split(values: Tensor) -> Tensor:
            return values.view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(x)),
            split(self.key(x)),
            split(self.value(x)),
            attn_mask=bias,
            dropout_p=self.dropout if self.training else 0.0,
        )
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, hidden))
        return self.norm(x + functional.dropout(mixed, self.dropout, self.training))


class FeedForward(nn.Module):
    def __init__(self, hidden: int, inner: int, dropout: float, epsilon: float):
        super().__init__()
        self.dropout = dropout
        self.inner = nn.Linear(hidden, inner)
        self.output = nn.Linear(inner, hidden)
        self.norm = nn.LayerNorm(hidden, epsilon)

    def forward(self, x: Tensor) -> Tensor:
        mixed = self.output(functional.gelu(self.inner(x)))
        return self.norm(x + functional.dropout(mixed, self.dropout, self.training))


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, dropout: float, epsilon: float):
        super().__init__()
        self.attention = Attention(hidden, heads, dropout, epsilon)
        self.feed_forward = FeedForward(hidden, inner, dropout, epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        return self.feed_forward(self.attention(x, bias))


class TextModel(nn.Module):
    """`forward(input_ids, attention_mask)`, both (batch, length) of int64, gives
    intent_logits (batch, intents), sentiment_logits (batch, 3) and sentence_embedding (batch, 512, unit length)."""

    def __init__(
        self,
        vocabulary: int,
        intents: int,
        depth: int = 6,
        hidden: int = 384,
        heads: int = 12,
        inner: int = 1536,
        dropout: float = 0.1,
        epsilon: float = 1e-12,
        is_wide: bool = False,
    ):
        super().__init__()
        self.dropout = dropout
        # Sparse: a step touches the rows of its own words, not all fifteen million values.
        self.word = nn.Embedding(vocabulary, hidden, sparse=True)
        self.position = nn.Embedding(MAX_TOKENS, hidden)
        self.norm = nn.LayerNorm(hidden, epsilon)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout, epsilon) for _ in range(depth))
        self.intent = nn.Linear(hidden, intents)
        self.sentiment = nn.Linear(hidden, len(SENTIMENTS))
        self.embedding = nn.Linear(hidden, EMBEDDING)
        # Trained apart, by widen.py, when the encoder stands.
        self.wide = Wide(vocabulary, intents, len(SENTIMENTS)) if is_wide else None

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        pooled = self.pool(input_ids, attention_mask)
        dropped = functional.dropout(pooled, self.dropout, self.training)
        intent, sentiment = self.intent(dropped), self.sentiment(dropped)
        if self.wide is not None:
            wide_intent, wide_sentiment = self.wide(input_ids, attention_mask)
            intent, sentiment = intent + wide_intent, sentiment + wide_sentiment
        return intent, sentiment, functional.normalize(self.embedding(pooled), dim=-1)

    def pool(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Mean of the last layer over the real tokens: (batch, hidden)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        x = self.norm(self.word(input_ids) + self.position(places))
        x = functional.dropout(x, self.dropout, self.training)
        weights = attention_mask.to(x.dtype)
        bias = ((1.0 - weights) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return (x * weights[:, :, None]).sum(1) / weights.sum(1, keepdim=True)

    def load_e5(self, weights: E5Weights, kept: list[int], layers: list[int]) -> None:
        """Starts from e5: the word rows `kept` (old ids, in the order of the new ones) and the given layers."""
        state = {
            "word.weight": weights.word[kept],
            "position.weight": weights.position[:MAX_TOKENS],
            "norm.weight": weights.norm[0],
            "norm.bias": weights.norm[1],
        }
        for new, old in enumerate(layers):
            for name, values in weights.layers[old].items():
                state[f"layers.{new}.{name}"] = values
        missing = self.load_state_dict({k: torch.from_numpy(v.copy()) for k, v in state.items()}, strict=False)
        if missing.unexpected_keys:
            raise ValueError(f"e5 carries weights that the encoder lacks: {missing.unexpected_keys}")

"""The trilingual text model: one encoder, three answers (intent, sentiment, embedding)."""

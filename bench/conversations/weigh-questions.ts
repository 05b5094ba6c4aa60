import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Transaction } from "../../db/client";
import { startEmbeddedServer } from "../../db/embedded/server";
import {
  type EncodedPiece,
  encodePieces,
  piecesOf,
  readTerms,
  toFloats,
} from "../../lib/data/knowledge/passages";
import {
  type Evidence,
  findShopConcepts,
  indexDocuments,
  type SearchText,
  weighDocuments,
} from "../../lib/intelligence/retrieval";
import type { Faq, FaqQuestion } from "./faq-data";

export interface WeighedQuestions {
  /** For each question, the evidence for each FAQ. */
  evidence: Evidence[][];
  /** To weigh one question against all FAQs, its encoding left out. */
  weighMs: number[];
}

/** The evidence that search has for each FAQ, by its own parts: passages, stems of a real PostgreSQL, the model. */
export async function weighQuestions(
  faqs: readonly Faq[],
  questions: readonly FaqQuestion[],
): Promise<WeighedQuestions> {
  return withDatabase(async (tx) => {
    const pieces = faqs.map(({ question, answer }) => piecesOf({ title: question, body: answer }));
    const texts = await toSearchTexts(tx, pieces.flat(), "en");
    const documents: { title: SearchText; body: SearchText }[] = [];
    const faqOf: number[] = [];
    let at = 0;
    pieces.forEach((ofFaq, faq) => {
      const [title, ...bodies] = texts.slice(at, at + ofFaq.length);
      at += ofFaq.length;
      for (const body of bodies) {
        documents.push({ title: title!, body });
        faqOf.push(faq);
      }
    });
    if (documents.length !== faqs.length) throw new Error("A FAQ is longer than a passage.");
    const index = indexDocuments(documents);
    const asked = questions.map(({ text }) => ({ kind: "question" as const, heading: "", text }));
    const queries = await toSearchTexts(tx, asked, null);
    const weighMs: number[] = [];
    const evidence = queries.map((query) => {
      const start = performance.now();
      const weighed = weighDocuments(index, query);
      weighMs.push(performance.now() - start);
      return weighed;
    });
    return { evidence, weighMs };
  });
}

async function toSearchTexts(
  tx: Transaction,
  pieces: Parameters<typeof encodePieces>[0],
  language: "en" | null,
): Promise<SearchText[]> {
  const encoded = await encodePieces(pieces);
  const terms = await readTerms(
    tx,
    pieces.map(({ text }) => text),
    language,
  );
  return encoded.map((piece: EncodedPiece, at) => ({
    terms: terms[at]!,
    concepts: findShopConcepts(piece.text),
    embedding: toFloats(piece.embedding),
    intents: toFloats(piece.intents),
  }));
}

async function withDatabase<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-bench-"));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  const sql = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(drizzle(sql) as unknown as Transaction);
  } finally {
    await sql.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

"use client";

import { useEffect, useState } from "react";
import {
  BrowserModel,
  type BrowserReading,
  type ModelState,
} from "@/lib/platform/models/browser/browser-model";

interface Outcome {
  text: string;
  reading: BrowserReading | null;
  /** Why there is no reading. */
  failure: string | null;
}

export interface BrowserReadingState {
  state: ModelState;
  /** Of the text as it is now; null while it is read, or where it could not be. */
  reading: BrowserReading | null;
  failure: string | null;
  retry: () => void;
}

/** Reads the text with the model in this browser, which is loaded while `isOn` and let go with the page. */
export function useBrowserReading(text: string, isOn: boolean): BrowserReadingState {
  const [model, setModel] = useState<BrowserModel | null>(null);
  const [state, setState] = useState<ModelState>({ phase: "idle" });
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (!isOn) return;
    const opened = new BrowserModel({ origin: location.origin, onState: setState });
    opened.start();
    setModel(opened);
    return () => {
      opened.close();
      setModel(null);
      setOutcome(null);
    };
  }, [isOn]);

  const isReady = state.phase === "ready";
  useEffect(() => {
    if (!model || !isReady || text === "") return;
    let isWanted = true;
    const settle = (reading: BrowserReading | null, failure: string | null) => {
      if (isWanted && (reading || failure)) setOutcome({ text, reading, failure });
    };
    model.read(text).then(
      (reading) => settle(reading, null),
      (error: Error) => settle(null, error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [model, isReady, text]);

  const current = outcome?.text === text ? outcome : null;
  return {
    state,
    reading: current?.reading ?? null,
    failure: state.phase === "failed" ? state.cause : (current?.failure ?? null),
    retry: () => {
      setOutcome(null);
      model?.close();
      model?.start();
    },
  };
}

import {
  ConnectionBroken,
  type Outside,
  type OutsideAnswer,
  type OutsideRequest,
} from "@/lib/platform/channels/adapter";

type Scripted =
  | { status: number; json?: unknown; body?: Uint8Array; headers?: Record<string, string> }
  | { broken: "before" | "after" };

/** An outside that gives these answers in turn and keeps what it was asked. */
export function scriptedOutside(...answers: Scripted[]): Outside & { asked: OutsideRequest[] } {
  const asked: OutsideRequest[] = [];
  return {
    asked,
    request: async (request): Promise<OutsideAnswer> => {
      asked.push(request);
      const answer = answers[asked.length - 1];
      if (!answer) throw new Error(`Nobody expected ${request.method} ${request.url}.`);
      if ("broken" in answer) throw new ConnectionBroken(answer.broken === "after");
      const body =
        answer.body ?? new TextEncoder().encode(answer.json === undefined ? "" : JSON.stringify(answer.json));
      return { status: answer.status, headers: answer.headers ?? {}, body };
    },
    token: async (_name, issue) => (await issue()).token,
    dropToken: async () => {},
    now: () => new Date("2026-11-27T12:00:00Z"),
  };
}

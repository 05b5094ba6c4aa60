import { expect, test } from "vitest";
import { EventParser } from "./event-parser";

const STREAM =
  'retry: 1500\n: open\n\nid: 7\nevent: message\ndata: {"a":\ndata: 1}\n\nevent: typing\ndata: {}\n\n';

test("reads events however the network cuts them, and keeps the last id", () => {
  for (let size = 1; size <= STREAM.length; size++) {
    const parser = new EventParser(null);
    const events = [];
    for (let at = 0; at < STREAM.length; at += size) events.push(...parser.push(STREAM.slice(at, at + size)));
    expect(events).toEqual([
      { type: "message", data: '{"a":\n1}' },
      { type: "typing", data: "{}" },
    ]);
    expect(parser.lastEventId).toBe("7");
  }
});

test("an id counts only once its event is complete, so that a cut-off event is asked for again", () => {
  const parser = new EventParser("3");
  parser.push("id: 4\nevent: message\ndata: {}\n");
  expect(parser.lastEventId).toBe("3");
  parser.push("\n");
  expect(parser.lastEventId).toBe("4");
});

test("understands carriage returns, split between two pieces too", () => {
  const parser = new EventParser(null);
  expect(parser.push("event: reset\r\ndata: {}\r")).toEqual([]);
  expect(parser.push("\n\r\n")).toEqual([{ type: "reset", data: "{}" }]);
});

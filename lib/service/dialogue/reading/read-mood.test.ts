import { expect, it } from "vitest";
import { readMood } from "./read-mood";

it.each([
  [[], "even"],
  [[0.9], "even"],
  [[-0.3], "even"],
  [[-0.95], "falling"],
  [[0.2, -0.7], "falling"],
  [[-0.7, -0.7], "even"],
  [[-0.9, -0.9], "angry"],
  [[-0.9, 0.1, -0.85], "angry"],
  [[-0.9, 0.1, 0.2, -0.85], "falling"],
  [[-0.9, -0.9, 0.1], "even"],
] as const)("%j: %s", (feelings, mood) => expect(readMood(feelings)).toBe(mood));

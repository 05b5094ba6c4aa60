// What a thread runs first: lets it load TypeScript as the worker process does, then its own module.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);

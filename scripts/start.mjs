// `npm start`: everything on one machine, for as long as this process lives.
import "./supervisor/check-node.mjs";

const { supervise } = await import("./supervisor/main.ts");
await supervise("start");

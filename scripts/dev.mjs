// `npm run dev`: the same database, migrations and demo shop; pages and jobs reload when a file changes.
import "./supervisor/check-node.mjs";

const { supervise } = await import("./supervisor/main.ts");
await supervise("dev");

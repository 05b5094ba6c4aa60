// `npm test`: everything that must hold, in one command. `--only=lint,types,imports,unit,build,e2e` picks stages.
import "./supervisor/check-node.mjs";

const { runTests } = await import("./testing/main.ts");
await runTests(process.argv.slice(2));

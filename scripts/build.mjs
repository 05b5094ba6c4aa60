// `npm run build`: the production build, with the stamp by which `npm start` knows that it is current.
import "./supervisor/check-node.mjs";

const { buildPages } = await import("./supervisor/build.ts");
const { provideTextRuntime } = await import("./supervisor/text-runtime.ts");
provideTextRuntime(process.cwd());
await buildPages(process.cwd()).catch((error) => {
  console.error(error.message);
  process.exit(1);
});

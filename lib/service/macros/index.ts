import "server-only";

export { createMacro } from "./create-macro";
export { deleteMacro } from "./delete-macro";
export { countMacroRuns, findMacro, listMacros } from "./queries";
export { updateMacro } from "./update-macro";

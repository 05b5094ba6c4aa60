import "server-only";

export { askModel, type ModelAnswer } from "./ask-model";
export { countRefusal } from "./count-usage";
export { getLanguageModel } from "./get-language-model";
export { listModelTasks } from "./list-model-tasks";
export { readModelTasks } from "./read-model";
export { removeLanguageModel } from "./remove-language-model";
export { setLanguageModel } from "./set-language-model";
export { testLanguageModel } from "./test-language-model";
export { toModelError } from "./to-model-error";

import "server-only";

export { activateVersion } from "./activate-version";
export { addExamples } from "./add-examples";
export { dismissAlert, listAlerts } from "./alerts";
export { analyzeTexts } from "./analyze-texts";
export { archiveIntent, changeIntent } from "./change-intent";
export { compareVersions } from "./compare-versions";
export { correctIntent, undoCorrection } from "./correct-intent";
export { createIntent } from "./create-intent";
export { explainText } from "./explain-text";
export { getQuality } from "./get-quality";
export { listExamples, listIntents } from "./list-intents";
export { getUnderstandingStatus, listVersions } from "./queries";
export { removeExamples } from "./remove-examples";
export { requestTraining } from "./request-training";
export { listReviewQueue } from "./review-queue";

export { adviseSize, type FitPreference, type FitReason, type SizeAdvice } from "./advise-size";
export { type BodyMeasurements, MEASURES, type Measure, type SizeChart, type SizeRanges } from "./size-chart";

import "server-only";

export { getServiceQuality } from "./get-service-quality";

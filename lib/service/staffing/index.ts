import "server-only";

export { ANSWERING_ROLES, getAssignment } from "./get-assignment";
export {
  type AssignmentRules,
  levelOf,
  readAssignmentRules,
  readServiceRules,
  type ServiceLevel,
  type ServiceRules,
} from "./read-rules";
export { getServiceLevels, setServiceLevels } from "./service-levels";
export { setAssignment } from "./set-assignment";
export { setAvailability, setCapacity } from "./set-capacity";

import "server-only";

export { addMember } from "./add-member";
export { changeMemberRole, removeMember } from "./change-member";
export { listMembers } from "./queries";

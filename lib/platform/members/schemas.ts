import { z } from "zod";
import { ROLES } from "@/lib/core/permissions";

export const memberDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    createdAt: z.string(),
  })
  .meta({ id: "Member" });
export type MemberDto = z.infer<typeof memberDto>;

export const addMemberInput = z.object({
  email: z.email("This is not an e-mail address.").max(254),
  name: z.string().trim().min(1, "Give a name.").max(80),
  role: z.enum(ROLES),
});
export type AddMemberInput = z.input<typeof addMemberInput>;

/** `temporaryPassword` is shown this once; null when the person already had an account. */
export interface AddedMemberDto extends MemberDto {
  temporaryPassword: string | null;
}

export const changeRoleInput = z.object({ userId: z.uuid(), role: z.enum(ROLES) });
export const memberIdInput = z.object({ userId: z.uuid() });

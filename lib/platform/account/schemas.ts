import { z } from "zod";
import { passwordSchema } from "@/lib/platform/auth/password-schema";

export const changePasswordInput = z.object({ current: z.string().min(1).max(128), next: passwordSchema });
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

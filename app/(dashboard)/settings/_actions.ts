"use server";

import { revalidatePath } from "next/cache";
import type { Role } from "@/lib/core/permissions";
import { updateServicePolicy as updateServicePolicyVerb } from "@/lib/data/after-sales";
import type { UpdateServicePolicyInput } from "@/lib/data/after-sales/schemas";
import {
  changePassword as changePasswordVerb,
  signOutEverywhere as signOutEverywhereVerb,
} from "@/lib/platform/account";
import type { ChangePasswordInput } from "@/lib/platform/account/schemas";
import { createApiKey as createApiKeyVerb, revokeApiKey as revokeApiKeyVerb } from "@/lib/platform/api-keys";
import type { CreateApiKeyInput } from "@/lib/platform/api-keys/schemas";
import {
  createChannelAccount as createChannelAccountVerb,
  deleteChannelAccount as deleteChannelAccountVerb,
  rotateChannelAddress as rotateChannelAddressVerb,
  testChannelAccount as testChannelAccountVerb,
  updateChannelAccount as updateChannelAccountVerb,
} from "@/lib/platform/channels";
import type { CreateChannelAccountInput, UpdateChannelAccountInput } from "@/lib/platform/channels/schemas";
import { action } from "@/lib/platform/http/action";
import {
  addMember as addMemberVerb,
  changeMemberRole as changeRoleVerb,
  removeMember as removeMemberVerb,
} from "@/lib/platform/members";
import type { AddMemberInput } from "@/lib/platform/members/schemas";
import {
  createWidgetKey as createWidgetKeyVerb,
  getWidgetSecret,
  revokeWidgetKey as revokeWidgetKeyVerb,
  setAllowedOrigins as setAllowedOriginsVerb,
  setMaskPersonalData as setMaskPersonalDataVerb,
  setTypingPreview as setTypingPreviewVerb,
  setUnderstandInBrowser as setUnderstandInBrowserVerb,
  updateShop as updateShopVerb,
} from "@/lib/platform/shop";
import type { UpdateShopInput } from "@/lib/platform/shop/schemas";
import { resendMessage as resendMessageVerb } from "@/lib/service/conversations";
import { updateEscalationRules as updateEscalationRulesVerb } from "@/lib/service/dialogue";
import type { UpdateEscalationRulesInput } from "@/lib/service/dialogue/schemas";

/** The settings pages show what is stored: after every change they are read again. */
function refreshSettings<Data>(data: Data): Data {
  revalidatePath("/settings", "layout");
  return data;
}

export const updateShop = action(async (ctx, input: UpdateShopInput) =>
  refreshSettings(await updateShopVerb(ctx, input)),
);
export const updateEscalationRules = action(async (ctx, input: UpdateEscalationRulesInput) =>
  refreshSettings(await updateEscalationRulesVerb(ctx, input)),
);
export const updateServicePolicy = action(async (ctx, input: UpdateServicePolicyInput) =>
  refreshSettings(await updateServicePolicyVerb(ctx, input)),
);
export const addMember = action(async (ctx, input: AddMemberInput) =>
  refreshSettings(await addMemberVerb(ctx, input)),
);
export const changeMemberRole = action(async (ctx, input: { userId: string; role: Role }) =>
  refreshSettings(await changeRoleVerb(ctx, input)),
);
export const removeMember = action(async (ctx, input: { userId: string }) =>
  refreshSettings(await removeMemberVerb(ctx, input)),
);
export const createApiKey = action(async (ctx, input: CreateApiKeyInput) =>
  refreshSettings(await createApiKeyVerb(ctx, input)),
);
export const revokeApiKey = action(async (ctx, input: { id: string }) =>
  refreshSettings(await revokeApiKeyVerb(ctx, input)),
);
export const createWidgetKey = action(async (ctx, _: undefined) =>
  refreshSettings(await createWidgetKeyVerb(ctx)),
);
export const revokeWidgetKey = action(async (ctx, input: { id: string }) =>
  refreshSettings(await revokeWidgetKeyVerb(ctx, input)),
);
export const setAllowedOrigins = action(async (ctx, input: { id: string; allowedOrigins: string[] }) =>
  refreshSettings(await setAllowedOriginsVerb(ctx, input)),
);
export const setMaskPersonalData = action(async (ctx, input: { id: string; maskPersonalData: boolean }) =>
  refreshSettings(await setMaskPersonalDataVerb(ctx, input)),
);
export const setTypingPreview = action(async (ctx, input: { isOn: boolean }) =>
  refreshSettings(await setTypingPreviewVerb(ctx, input)),
);
export const setUnderstandInBrowser = action(
  async (ctx, input: { id: string; understandInBrowser: boolean }) =>
    refreshSettings(await setUnderstandInBrowserVerb(ctx, input)),
);
export const createChannelAccount = action(async (ctx, input: CreateChannelAccountInput) =>
  refreshSettings(await createChannelAccountVerb(ctx, input)),
);
export const updateChannelAccount = action(async (ctx, input: UpdateChannelAccountInput & { id: string }) =>
  refreshSettings(await updateChannelAccountVerb(ctx, input)),
);
export const rotateChannelAddress = action(async (ctx, input: { id: string }) =>
  refreshSettings(await rotateChannelAddressVerb(ctx, input)),
);
export const testChannelAccount = action(async (ctx, input: { id: string }) =>
  refreshSettings(await testChannelAccountVerb(ctx, input)),
);
export const deleteChannelAccount = action(async (ctx, input: { id: string }) =>
  refreshSettings(await deleteChannelAccountVerb(ctx, input)),
);
export const resendMessage = action(async (ctx, input: { id: string; messageId: string }) =>
  refreshSettings(await resendMessageVerb(ctx, input)),
);
export const revealWidgetSecret = action((ctx, input: { id: string }) => getWidgetSecret(ctx, input));
export const changePassword = action((ctx, input: ChangePasswordInput) => changePasswordVerb(ctx, input), {
  beforeOwnPassword: true,
});
export const signOutEverywhere = action((ctx, _: undefined) => signOutEverywhereVerb(ctx), {
  beforeOwnPassword: true,
});

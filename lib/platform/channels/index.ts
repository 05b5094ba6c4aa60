import "server-only";

export { ConnectionBroken } from "./adapter";
export { maxCallBytes } from "./adapters";
export { applyDeliveryState } from "./apply-state";
export { createChannelAccount } from "./create-channel-account";
export { deleteChannelAccount } from "./delete-channel-account";
export { deliverConversation } from "./deliver-conversation";
export { type OnStateChange, refreshMessageState } from "./delivery-state";
export { decodeEvents, type StoredEvent } from "./event-codec";
export { fetchAttachment } from "./fetch-attachment";
export { requestOutside } from "./outside/request-outside";
export { getChannelAccount, listChannelAccounts, listChannelKinds, listDeliveries } from "./queries";
export {
  type DeliveryPlan,
  planDelivery,
  queueDeliveries,
  requeueDeliveries,
  requireDeliverable,
} from "./queue-deliveries";
export { receiveCall } from "./receive-call";
export { rotateChannelAddress } from "./rotate-channel-address";
export { testChannelAccount } from "./test-channel-account";
export { updateChannelAccount } from "./update-channel-account";

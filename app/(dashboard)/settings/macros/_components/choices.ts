import type { CannedReplyDto } from "@/lib/service/canned-replies/schemas";
import type { AssigneeDto } from "@/lib/service/conversations/schemas";
import type { LabelDto } from "@/lib/service/labels/schemas";

/** What steps can name. */
export interface Choices {
  labels: LabelDto[];
  members: AssigneeDto[];
  replies: CannedReplyDto[];
}

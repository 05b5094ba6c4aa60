import {
  CodeXml,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Music2,
  Send,
  Smartphone,
} from "lucide-react";
import type { Channel } from "@/lib/service/conversations/schemas";

/** A sign for where a customer writes; its name stands beside it for those who do not see it. */
const ICONS: Record<Channel, LucideIcon> = {
  web: Globe,
  api: CodeXml,
  email: Mail,
  telegram: Send,
  whatsapp: MessageCircle,
  wechat_official: MessagesSquare,
  wechat_mini_program: Smartphone,
  douyin: Music2,
};

export function ChannelIcon({ channel }: { channel: Channel }) {
  const Icon = ICONS[channel];
  return <Icon aria-hidden />;
}

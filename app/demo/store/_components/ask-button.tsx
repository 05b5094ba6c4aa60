"use client";

import { MessageCircle } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Opens the embedded chat through its public JavaScript API. */
export function AskButton({ children }: { children: string }) {
  const open = () => (window as { Zhanggui?: { open(): void } }).Zhanggui?.open();
  return (
    <Button size="lg" variant="outline" onClick={open}>
      <MessageCircle aria-hidden />
      {children}
    </Button>
  );
}

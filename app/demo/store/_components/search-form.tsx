"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useSearchParams } from "next/navigation";
import { Input } from "@/components/ui/input";

interface SearchFormProps {
  label: string;
  placeholder: string;
  submit: string;
  className?: string;
}

/** Searches the whole shop; what was searched for is in the address. */
export function SearchForm({ label, placeholder, submit, className }: SearchFormProps) {
  const q = useSearchParams().get("q") ?? "";
  return (
    <Form action="/demo/store" role="search" className={className}>
      <div className="relative md:max-w-[420px]">
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label={label}
          placeholder={placeholder}
          className="h-9 rounded-full pr-11 pl-4"
        />
        <button
          type="submit"
          aria-label={submit}
          className="absolute top-0.5 right-0.5 grid size-8 place-items-center rounded-full text-ink-2 hover:bg-hover hover:text-ink"
        >
          <Search aria-hidden className="size-4" />
        </button>
      </div>
    </Form>
  );
}

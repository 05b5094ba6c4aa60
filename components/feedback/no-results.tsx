import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

export interface NoResultsProps {
  title: ReactNode;
  description?: ReactNode;
  /** The link or button that clears the filters. */
  action: ReactNode;
}

/** There is data, but the filters leave none of it. */
export function NoResults({ title, description, action }: NoResultsProps) {
  return (
    <div role="status">
      <EmptyState icon={SearchX} title={title} description={description} action={action} className="py-10" />
    </div>
  );
}

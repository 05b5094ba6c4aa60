import { CircleAlert } from "lucide-react";
import { cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

/** What the control must carry so that label, hint and error belong to it. */
export interface FieldControlProps {
  id: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and what would be right; replaces nothing, stands below the hint. */
  error?: ReactNode;
  /** A quiet word beside the label, such as "optional". */
  aside?: ReactNode;
  required?: boolean;
  /** Keep a given id, so that a link or an error summary can point at the control. */
  id?: string;
  className?: string;
  /** One control, which receives the props below, or a function that places them itself. */
  children: ReactElement | ((props: FieldControlProps) => ReactNode);
}

export function Field({ label, hint, error, aside, required, id, className, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const describedBy = [hint && `${controlId}-hint`, error && `${controlId}-error`].filter(Boolean).join(" ");
  const control: FieldControlProps = {
    id: controlId,
    ...(required ? { required } : {}),
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
  return (
    <div
      data-slot="field"
      data-invalid={error ? true : undefined}
      className={cn("grid min-w-0 content-start gap-1.5", className)}
    >
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={controlId}>{label}</Label>
        {aside ? <span className="text-ink-3 text-xs">{aside}</span> : null}
      </div>
      {typeof children === "function"
        ? children(control)
        : isValidElement(children)
          ? cloneElement(children, control)
          : children}
      {hint ? (
        <p id={`${controlId}-hint`} data-slot="field-hint" className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p
          id={`${controlId}-error`}
          data-slot="field-error"
          role="alert"
          className="flex items-start gap-1.5 text-cinnabar-ink text-xs"
        >
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

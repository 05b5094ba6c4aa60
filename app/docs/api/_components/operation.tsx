import { Badge } from "@/components/ui/badge";
import type { OpenApiOperation } from "@/lib/platform/http/openapi";

interface OperationProps {
  method: string;
  path: string;
  operation: OpenApiOperation;
  labels: Record<"scope" | "parameters" | "body" | "answer" | "required", string>;
}

const TONES = { get: "blue", post: "jade", delete: "cinnabar" } as const;

export function Operation({ method, path, operation, labels }: OperationProps) {
  const tone = TONES[method as keyof typeof TONES] ?? "neutral";
  const [status, success] = Object.entries(operation.responses)[0] ?? [];
  return (
    <details id={operation.operationId} className="group border-b py-2.5">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone} className="w-14 justify-center uppercase">
          {method}
        </Badge>
        <code className="break-all font-mono text-xs">{path}</code>
        <span className="text-compact text-ink-3">{operation.summary}</span>
      </summary>
      <div className="mt-3 grid gap-3 pl-[68px] text-compact max-md:pl-0">
        {operation["x-scope"] ? (
          <p>
            {labels.scope} <code className="font-mono text-xs">{operation["x-scope"]}</code>
          </p>
        ) : null}
        {operation.parameters.length > 0 ? (
          <div>
            <h3 className="font-medium">{labels.parameters}</h3>
            <ul className="mt-1 grid gap-1">
              {operation.parameters.map((parameter) => (
                <li key={`${parameter.in}-${parameter.name}`}>
                  <code className="font-mono text-xs">{parameter.name}</code>{" "}
                  <span className="text-ink-3">
                    {parameter.in}
                    {parameter.required ? `, ${labels.required}` : ""}, {describe(parameter.schema)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {operation.requestBody ? (
          <Content title={labels.body} content={operation.requestBody.content} />
        ) : null}
        <Content title={`${labels.answer} ${status ?? ""}`} content={success?.content} />
      </div>
    </details>
  );
}

function Content({
  title,
  content,
}: {
  title: string;
  content?: Record<string, { schema: unknown }> | undefined;
}) {
  const [mediaType, body] = Object.entries(content ?? {})[0] ?? [];
  return (
    <div className="min-w-0">
      <h3 className="font-medium">
        {title} {mediaType ? <code className="font-mono text-ink-3 text-xs">{mediaType}</code> : null}
      </h3>
      {body ? (
        <pre className="mt-1 max-h-96 overflow-auto rounded-md bg-chip p-3 font-mono text-xs">
          {JSON.stringify(body.schema, null, 2)}
        </pre>
      ) : null}
    </div>
  );
}

function describe(schema: Record<string, unknown>): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(" | ");
  const bounds = [schema.minimum, schema.maximum].every(
    (bound) => typeof bound === "number" && Math.abs(bound) < 1e9,
  )
    ? ` ${schema.minimum}–${schema.maximum}`
    : "";
  return `${String(schema.type ?? "any")}${bounds}`;
}

import type { FieldIssue } from "@/lib/core/errors";
import { AppError } from "@/lib/core/errors";
import { type PageContext, requirePageContext } from "./page-context";
import { toProblem } from "./problem";

/** What a form gets back from its action. Errors are for people: cause, remedy, request id. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | {
      ok: false;
      error: {
        code: string;
        message: string;
        requestId: string;
        fields: FieldIssue[];
        /** Why a rule forbids it, for pages that word it in the reader's language. */
        reason?: string;
      };
    };

interface ActionOptions {
  /** Open to a member who has yet to replace the password that somebody else gave them. */
  beforeOwnPassword?: boolean;
}

/**
 * A server action around one verb: session, then the verb, then errors as data.
 * Next checks the origin of actions; the verb checks permission and input.
 */
export function action<Input, Data>(
  run: (ctx: PageContext, input: Input) => Promise<Data>,
  { beforeOwnPassword = false }: ActionOptions = {},
) {
  return async (input: Input): Promise<ActionResult<Data>> => {
    const ctx = await requirePageContext();
    try {
      if (ctx.session.user.mustChangePassword && !beforeOwnPassword) {
        throw new AppError("forbidden", "Choose a password of your own first, under Settings.");
      }
      return { ok: true, data: await run(ctx, input) };
    } catch (error) {
      const problem = toProblem(error, ctx.requestId);
      const fields = error instanceof AppError ? error.issues : [];
      const reason = error instanceof AppError ? error.details?.reason : undefined;
      return {
        ok: false,
        error: {
          code: problem.code,
          message: problem.detail,
          requestId: ctx.requestId,
          fields,
          ...(typeof reason === "string" ? { reason } : {}),
        },
      };
    }
  };
}

import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/core/errors";

/** One record for its page; what is not there, or is no id at all, is a page that does not exist. */
export async function orNotFound<Data>(loading: Promise<Data>): Promise<Data> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid_input")) {
      notFound();
    }
    throw error;
  }
}

/** A page of a list; an old or mistyped cursor leads to the first page instead of an error. */
export async function orFirstPage<Data>(loading: Promise<Data>, firstPageHref: string): Promise<Data> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") redirect(firstPageHref);
    throw error;
  }
}

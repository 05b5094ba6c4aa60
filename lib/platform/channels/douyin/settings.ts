import { z } from "zod";

const MAX_PARAMS_LENGTH = 2000;

function isTemplate(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * An app that the merchant has made for the own shop (自用型应用). The customer service interface (飞鸽) is granted to
 * single apps and its shapes are shown to those alone; so its tag, method and parameters are settings, not guesses.
 */
export const douyinSettings = z
  .object({
    appKey: z
      .string()
      .trim()
      .regex(/^\d{10,20}$/, "The App Key has digits only, mostly 19."),
    appSecret: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{16,64}$/, "The App Secret has letters, digits and hyphens."),
    shopId: z
      .string()
      .trim()
      .regex(/^\d{1,20}$/, "The shop's id has digits only."),
    /** The tag under which pushes bring customers' messages. */
    messageTag: z
      .string()
      .trim()
      .regex(/^\d{1,8}$/, "A message tag is a number.")
      .optional(),
    /** The method that sends a message, such as `a.b.c`. */
    sendMethod: z
      .string()
      .trim()
      .regex(/^[A-Za-z]\w*(\.\w+){1,4}$/, "A method has parts with full stops between them.")
      .optional(),
    /** Its parameters as JSON, with `{to}`, `{text}` and, where it can refuse repeats, `{id}` in their places. */
    sendParams: z
      .string()
      .trim()
      .max(MAX_PARAMS_LENGTH)
      .refine(isTemplate, "The parameters are a JSON object, as in the interface's example.")
      .refine(
        (text) => text.includes("{to}") && text.includes("{text}"),
        "Put {to} and {text} in their places.",
      )
      .optional(),
  })
  .refine((settings) => (settings.sendMethod === undefined) === (settings.sendParams === undefined), {
    path: ["sendParams"],
    message: "The method and its parameters belong together: fill in both, or neither.",
  });
export type DouyinSettings = z.output<typeof douyinSettings>;

import { z } from "zod";

export const EMAIL_ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\]{1,190}$/;

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/, "A server's name looks like smtp.example.com.");

/** How a shop's mailbox is connected; docs/channels.md says where each of these is found. */
export const emailSettings = z
  .object({
    /** To which customers write, and from which they get answers. */
    address: z.string().trim().toLowerCase().regex(EMAIL_ADDRESS, "This is no e-mail address."),
    displayName: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^\P{Cc}+$/u, "A name has no line breaks."),
    /** Which the mail gateway signs with. */
    inboundSecret: z.string().trim().min(24, "Take at least 24 characters.").max(200),
    smtpHost: host,
    smtpPort: z.coerce.number().int().min(1).max(65_535).default(587),
    /** `starttls` begins in the clear and goes no further without TLS; `none` is for a server in the same house. */
    smtpSecurity: z.enum(["starttls", "tls", "none"]).default("starttls"),
    /** Both empty: the server asks for no sign-in. */
    smtpUser: z.string().trim().max(300).default(""),
    smtpPassword: z.string().max(500).default(""),
  })
  .refine(({ smtpUser, smtpPassword }) => (smtpUser === "") === (smtpPassword === ""), {
    path: ["smtpPassword"],
    message: "A user name needs a password, and a password a user name.",
  })
  .refine(({ smtpSecurity, smtpUser }) => smtpSecurity !== "none" || smtpUser === "", {
    path: ["smtpSecurity"],
    message: "Without TLS the password could be read on the way. Choose STARTTLS or TLS.",
  });

export type EmailSettings = z.infer<typeof emailSettings>;

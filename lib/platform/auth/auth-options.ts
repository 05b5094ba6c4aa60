import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/core/env";
import { isSecureOrigin } from "./session";
import { verifyCredentials } from "./verify-credentials";

const TWELVE_HOURS_SECONDS = 12 * 60 * 60;

/** next-auth: e-mail and password, a signed cookie, no database session. Revocation is in `readSession`. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: TWELVE_HOURS_SECONDS },
    useSecureCookies: isSecureOrigin(),
    pages: { signIn: "/login", error: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) =>
          verifyCredentials(credentials ?? {}, String(request.headers?.["x-forwarded-for"] ?? "")),
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user) {
          token.sub = user.id;
          token.signedInAt = Date.now();
        }
        return token;
      },
    },
  };
}

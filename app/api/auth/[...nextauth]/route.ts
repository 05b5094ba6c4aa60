import NextAuth from "next-auth";
import { authOptions } from "@/lib/platform/auth/auth-options";

const handler = (request: Request, segment: unknown) =>
  NextAuth(request as never, segment as never, authOptions());

export { handler as GET, handler as POST };

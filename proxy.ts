import { type NextRequest, NextResponse } from "next/server";
import { SONNER_STYLE_HASHES } from "@/components/ui/sonner-style-hashes";
import { contentSecurityPolicy } from "@/lib/platform/http/content-security-policy";
import { requestIdOf } from "@/lib/platform/http/request-id";

const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];
const PUBLIC_PATHS = ["/login", "/demo", "/docs"];

/**
 * Gives every page its request id and nonce, and sends people without a session cookie to the sign-in page.
 * That redirect is a courtesy: whether a session is valid and what it may do is decided by pages and verbs.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isPublic = PUBLIC_PATHS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  if (!isPublic && !SESSION_COOKIES.some((name) => request.cookies.has(name))) {
    const login = new URL("/login", request.url);
    if (pathname !== "/") login.searchParams.set("next", pathname + search);
    return NextResponse.redirect(login);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, SONNER_STYLE_HASHES, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  const requestId = requestIdOf(headers);
  headers.set("x-request-id", requestId);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Request-Id", requestId);
  return response;
}

/** The API is left out: Next would buffer its uploads (10 MB at most). Static files need neither. */
export const config = {
  matcher: [
    {
      source:
        "/((?!api/|_next/static|_next/image|widget(?:-mask|-voice|-hints)?\\.js|text-worker\\.js|onnxruntime/|models/|favicon|icon|.*\\.(?:png|svg|woff2|txt)$).*)",
    },
  ],
};

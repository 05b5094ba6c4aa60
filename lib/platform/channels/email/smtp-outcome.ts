import type { SendOutcome } from "../adapter";
import type { SmtpProblem } from "./smtp-session";

/** Many servers make strangers wait five minutes ("greylisting"). */
const RETRY_SECONDS = 300;

/** A certificate that does not hold will not hold in a minute: OpenSSL's and Node's names for why. */
const CERTIFICATE =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)|self.signed|certificate|altnames/i;

/** What an SMTP error means: 4xx passes, 5xx does not (RFC 5321, 4.2.1); without a reply it depends on what had left. */
export function outcomeOf(problem: SmtpProblem, hadLeft: boolean): SendOutcome {
  const { responseCode, code = "", originalCode = "", message } = problem;
  if (code === "ETLS" && responseCode !== undefined && responseCode >= 500)
    return tls(
      "The mail server offers no STARTTLS. Choose TLS and its port, mostly 465, in the channel's settings.",
    );
  if (responseCode !== undefined) {
    const reason = code === "EAUTH" ? signIn(message) : said(problem.response ?? message);
    if (responseCode >= 500) return { is: "refused", isFinal: true, code: String(responseCode), reason };
    return later(String(responseCode), reason, RETRY_SECONDS);
  }
  if (hadLeft)
    return { is: "unknown", reason: "The mail server broke off before it said whether it took the mail." };
  if (code === "EAUTH") return { is: "refused", isFinal: true, code: "auth", reason: signIn(message) };
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH/.test(originalCode))
    return tls(
      "At this port the mail server does not begin with TLS. Choose STARTTLS, or the port for TLS, mostly 465.",
    );
  if (CERTIFICATE.test(originalCode) || (code === "ETLS" && CERTIFICATE.test(message)))
    return tls(
      "The mail server's certificate is not valid for its name. Check the server's name in the channel's settings.",
    );
  return later("connection", "The mail server broke off before it had the whole mail.", 60);
}

const tls = (reason: string): SendOutcome => ({ is: "refused", isFinal: true, code: "tls", reason });

const later = (code: string, reason: string, retryAfterSeconds: number): SendOutcome => ({
  is: "refused",
  isFinal: false,
  code,
  reason,
  retryAfterSeconds,
});

const said = (response: string) => `The mail server says: ${response.replace(/\s+/g, " ").slice(0, 400)}`;

const signIn = (message: string) =>
  /Missing credentials|Unknown authentication/.test(message)
    ? "The mail server takes no sign-in with user name and password. Check the channel's settings."
    : "The mail server does not accept the user name or the password. Many providers want an app password.";

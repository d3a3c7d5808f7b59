import type { NextConfig } from "next";

// Next hydrates with inline scripts, so scripts of the page itself have to be allowed.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Titles and descriptions stand in the head for everybody, not streamed behind the page: they cost no wait here.
  htmlLimitedBots: /.*/,
  // A folder with everything the server needs, for the Dockerfile.
  ...(process.env["STANDALONE"] === "true" && { output: "standalone" as const }),
  // Read when the server starts; the compiler sees no import of them.
  outputFileTracingIncludes: { "/*": ["./migrations/**/*"] },
  headers: () =>
    Promise.resolve([
      {
        // The API sets its own.
        source: "/((?!api/).*)",
        headers: [
          { key: "Content-Security-Policy", value: contentSecurityPolicy },
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
          { key: "Strict-Transport-Security", value: "max-age=31536000" },
        ],
      },
    ]),
};

export default config;

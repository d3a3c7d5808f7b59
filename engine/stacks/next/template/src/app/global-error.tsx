"use client";

import "../styles/styles.css";

/** Shown when not even the frame of the app could be made. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid place-items-center p-8 text-center">
        <title>Something went wrong</title>
        <main>
          <h1 className="text-2xl font-semibold">Something went wrong</h1>
          <p className="mt-2 text-subtle">This page could not be shown. Reloading it usually helps.</p>
          <button type="button" onClick={reset} className="mt-6 h-10 rounded-lg bg-primary px-4 text-on-primary">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}

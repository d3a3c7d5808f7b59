"use client";

import { locale } from "../shared/app.ts";
import { say } from "../shared/say.ts";
import "../styles/styles.css";

/** Shown when not even the frame of the app could be made. */
export default function GlobalError() {
  return (
    <html lang={locale}>
      <body className="grid place-items-center p-8 text-center">
        <title>{say.wentWrong}</title>
        <main>
          <h1 className="text-2xl font-semibold">{say.wentWrong}</h1>
          <p className="mt-2 text-subtle">{say.reloadHelps}</p>
          <button
            type="button"
            onClick={() => location.reload()}
            className="mt-6 h-10 rounded-lg bg-primary px-4 text-on-primary"
          >
            {say.reload}
          </button>
        </main>
      </body>
    </html>
  );
}

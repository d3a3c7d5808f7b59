/** Asks for a snapshot's password. One page without script or outside resource. `problem`: what was wrong, in our words. */
export function passwordPage(problem: string | null, status = 401): Response {
  return new Response(page(problem), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}

const page = (problem: string | null): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Password needed</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { min-height: 100vh; margin: 0; display: grid; place-items: center; }
main { width: min(22rem, calc(100vw - 4rem)); }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input, button { box-sizing: border-box; width: 100%; font: inherit; padding: .625rem .75rem; border-radius: .5rem; }
input { border: 1px solid GrayText; }
button { margin-top: .75rem; border: 0; background: #0f6b7a; color: #fff; font-weight: 600; cursor: pointer; }
</style>
</head>
<body><main>
<h1>This snapshot has a password</h1>
<p>Whoever sent you the link can tell you.</p>
<form method="post" action="/__nexus/enter">
${problem === null ? "" : `<p role="alert" id="problem"><strong>${problem}</strong></p>`}
<label for="password">Password</label>
<input id="password" name="password" type="password" required maxlength="200" autocomplete="off" autofocus${
  problem === null ? "" : ' aria-invalid="true" aria-describedby="problem"'
}>
<button>Open</button>
</form>
</main></body>
</html>
`;

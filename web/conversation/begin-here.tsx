import { Button } from "../components/ui/button.tsx";
import { examples } from "../lib/examples.ts";

/** In a project that nothing was asked of. `take`: puts a prompt into the box; null for those who may only look. */
export function BeginHere({ take }: { take: ((prompt: string) => void) | null }) {
  return (
    <div className="py-8 text-center">
      <p className="font-[600]">Nothing built here yet</p>
      {take !== null && (
        <>
          <p className="mt-1 text-sm text-muted">Describe the app below, or begin with an example.</p>
          <ul aria-label="Examples" className="mt-4 flex flex-wrap justify-center gap-2">
            {examples.slice(0, 4).map(({ title, prompt }) => (
              <li key={title}>
                <Button size="sm" look="soft" onClick={() => take(prompt)}>
                  {title}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

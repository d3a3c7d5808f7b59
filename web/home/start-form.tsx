import ArrowRight from "lucide-react/icons/arrow-right";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { examples } from "../lib/examples.ts";

/** An address must stay short enough for every server on its way. */
const longestPrompt = 1_500;
const offered = examples.slice(0, 4);

/** Takes the description along through signing up. */
export function StartForm() {
  const [prompt, setPrompt] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();

  // The drawn page can be written on before this code is here.
  useEffect(() => setPrompt(input.current?.value ?? ""), []);

  const start = (event: FormEvent): void => {
    event.preventDefault();
    const words = prompt.trim();
    const target = words === "" ? "/projects/new" : `/projects/new?${new URLSearchParams({ prompt: words })}`;
    void navigate(`/register?${new URLSearchParams({ next: target })}`);
  };

  return (
    <form onSubmit={start} className="mt-8">
      <div className="rounded-xl border border-line-strong/60 bg-surface shadow-float focus-within:border-accent">
        <textarea
          ref={input}
          aria-label="Describe the app"
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) start(event);
          }}
          maxLength={longestPrompt}
          rows={4}
          placeholder="An inventory tracker with products, suppliers and stock movements. Products show a badge when stock is low…"
          className="block w-full resize-none rounded-t-xl bg-transparent px-4 pt-4 pb-2 text-base outline-none"
        />
        <div className="flex items-center justify-between gap-3 px-3 pb-3">
          <p className="pl-1 text-xs text-muted max-sm:hidden">
            No card, no key: the built-in planner works without a model.
          </p>
          <Button type="submit" look="primary" size="lg" className="max-sm:w-full">
            Build it <ArrowRight />
          </Button>
        </div>
      </div>
      <ul aria-label="Examples" className="mt-3 flex flex-wrap gap-2">
        {offered.map((example) => (
          <li key={example.title}>
            <Button
              size="sm"
              look="soft"
              onClick={() => {
                setPrompt(example.prompt);
                input.current?.focus();
              }}
            >
              {example.title}
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}

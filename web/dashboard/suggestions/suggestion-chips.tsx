import Lightbulb from "lucide-react/icons/lightbulb";
import Plus from "lucide-react/icons/plus";
import { useDeferredValue } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Spinner } from "../../components/ui/spinner.tsx";
import { applySuggestion, mostShown, suggestImprovements } from "./suggest.ts";
import { useModelSuggestions } from "./use-model-suggestions.ts";

/** Of a model; the rules have the other places. */
const mostByModel = 3;

interface SuggestionChipsProps {
  prompt: string;
  /** `start` to `end` of the new prompt is what its writer will want to change. */
  onTake: (taken: { prompt: string; start: number; end: number }) => void;
}

/** What the prompt does not say yet; a click says it. */
export function SuggestionChips({ prompt, onTake }: SuggestionChipsProps) {
  const { items, isThinking } = useModelSuggestions(prompt);
  const byModel = items.slice(0, mostByModel);
  const byRules = suggestImprovements(useDeferredValue(prompt));
  const suggestions = [...byModel, ...byRules].slice(0, mostShown);
  if (suggestions.length === 0) return null;
  return (
    <ul aria-label="Suggestions for the description" className="flex flex-wrap items-center gap-1.5 px-4 pt-1 pb-2">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="max-w-full">
          <Button
            look="soft"
            size="sm"
            title={suggestion.why}
            className="max-w-full rounded-full"
            onClick={() => onTake(applySuggestion(prompt, suggestion))}
          >
            {suggestion.id.startsWith("model ") ? <Lightbulb /> : <Plus />}{" "}
            <span className="truncate">{suggestion.label}</span>
          </Button>
        </li>
      ))}
      {isThinking && (
        <li className="flex items-center gap-1.5 px-1 text-xs text-muted">
          <Spinner className="size-3.5" /> Looking for what is missing
        </li>
      )}
    </ul>
  );
}

import Plus from "lucide-react/icons/plus";
import { useDeferredValue } from "react";
import { Button } from "../../components/ui/button.tsx";
import { applySuggestion, suggestImprovements } from "./suggest.ts";

interface SuggestionChipsProps {
  prompt: string;
  /** `start` to `end` of the new prompt is what its writer will want to change. */
  onTake: (taken: { prompt: string; start: number; end: number }) => void;
}

/** What the prompt does not say yet; a click says it. */
export function SuggestionChips({ prompt, onTake }: SuggestionChipsProps) {
  const suggestions = suggestImprovements(useDeferredValue(prompt));
  if (suggestions.length === 0) return null;
  return (
    <ul aria-label="Suggestions for the description" className="flex flex-wrap gap-1.5 px-4 pt-1 pb-2">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="max-w-full">
          <Button
            look="soft"
            size="sm"
            title={suggestion.why}
            className="max-w-full rounded-full"
            onClick={() => onTake(applySuggestion(prompt, suggestion))}
          >
            <Plus /> <span className="truncate">{suggestion.label}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

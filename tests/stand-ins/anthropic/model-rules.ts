// What a model refuses and how it thinks, by its generation. Unknown names follow the newest.

export interface ModelRules {
  /** Refuses sampling parameters, a thinking budget and a prefilled answer. */
  readonly adaptiveOnly: boolean;
  /** Thinks whether or not it is asked to. */
  readonly thinksByDefault: boolean;
  /** Thinking cannot be turned off, and no tool can be forced. */
  readonly alwaysThinks: boolean;
  /** Decides by itself how much to think, and can be told how hard to try. */
  readonly takesAdaptive: boolean;
  readonly takesEffort: boolean;
  readonly maxOutputTokens: number;
  /** A shorter prefix is silently not cached. */
  readonly minimumCacheTokens: number;
}

export function modelRules(model: string): ModelRules {
  const version = /^claude-[a-z]+-(\d+)(?:-(\d{1,2})(?!\d))?/.exec(model);
  const generation = version ? Number(version[1]) + Number(version[2] ?? 0) / 100 : Number.POSITIVE_INFINITY;
  const adaptiveOnly = generation >= 4.07;
  return {
    adaptiveOnly,
    thinksByDefault: generation >= 5,
    alwaysThinks: generation >= 5.05,
    takesAdaptive: generation >= 4.06,
    takesEffort: generation >= 4.06 || model.startsWith("claude-opus-4-5"),
    maxOutputTokens: adaptiveOnly ? 128_000 : 64_000,
    minimumCacheTokens: generation >= 5 ? 512 : adaptiveOnly ? 1_024 : 4_096,
  };
}

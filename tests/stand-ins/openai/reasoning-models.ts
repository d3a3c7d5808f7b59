/** The models that reason before they answer; OpenAI has made no others for a while. */
export const reasons = (model: string): boolean => /^(o\d|gpt-([5-9]|\d\d))/.test(model);

/** 6.1 for "gpt-6.1-sol"; 0 for a model of another family. */
export const gptVersion = (model: string): number => Number(/^gpt-(\d+(?:\.\d+)?)/.exec(model)?.[1] ?? 0);

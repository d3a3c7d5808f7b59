import { configurationMutations } from "./configuration.ts";
import { moduleMutations } from "./modules.ts";
import type { Mutation } from "./mutation.ts";
import { runtimeMutations } from "./runtime.ts";
import { syntaxMutations } from "./syntax.ts";
import { typeMutations } from "./types.ts";

export const mutations: readonly Mutation[] = [
  ...syntaxMutations,
  ...moduleMutations,
  ...typeMutations,
  ...runtimeMutations,
  ...configurationMutations,
];

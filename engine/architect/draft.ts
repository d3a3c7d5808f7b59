// What has been understood so far: entities in the making, in the order in which the prompt names them.
import type { PrdField } from "#engine/prd/schema.ts";
import type { CatalogueEntity } from "./catalogue/index.ts";
import { sanitiseName } from "./sanitise.ts";
import { singularPhrase, titleCase } from "./words.ts";

export interface DraftEntity {
  readonly name: string;
  readonly catalogue: CatalogueEntity | null;
  /** How sure the prompt makes us that this is kept by the app. */
  score: number;
  /** Fields the prompt names, in its order. */
  readonly fields: PrdField[];
  /** The prompt listed the fields as a whole ("with title, author and year"), so the catalogue adds none. */
  listed: boolean;
  /** Where it was first named. */
  order: number;
  /** Why it is part of the plan, for the decisions. */
  readonly reason: string;
}

export interface StatedRelation {
  readonly from: string;
  readonly to: string;
  kind: "one-to-one" | "one-to-many" | "many-to-many";
  readonly name: string;
  readonly required: boolean;
}

/** Until a place in the text is known; added entities keep it and come last. */
const laterThanAnyText = 100_000;

export class Draft {
  readonly entities = new Map<string, DraftEntity>();
  readonly relations: StatedRelation[] = [];
  /** Names the prompt excludes ("no suppliers"). */
  readonly excluded = new Set<string>();
  private counter = 0;
  private readonly mentions: { readonly clause: unknown; readonly entity: DraftEntity; readonly points: number }[] = [];

  touch(name: string, catalogue: CatalogueEntity | null, points: number, reason: string): DraftEntity {
    const key = name.toLowerCase();
    const known = this.entities.get(key);
    if (known !== undefined) {
      known.score += points;
      return known;
    }
    this.counter += 1;
    const entity: DraftEntity = {
      name,
      catalogue,
      score: points,
      fields: [],
      listed: false,
      order: laterThanAnyText + this.counter,
      reason,
    };
    this.entities.set(key, entity);
    return entity;
  }

  mention(clause: unknown, name: string, catalogue: CatalogueEntity | null, points: number, reason: string): void {
    this.mentions.push({ clause, entity: this.touch(name, catalogue, points, reason), points });
  }

  /** The word turned out to be a field of something else: "ingredients" in "recipes with title and ingredients". */
  unmention(clause: unknown, name: string): void {
    const at = this.mentions.findIndex((mention) => mention.clause === clause && mention.entity.name === name);
    const [mention] = at === -1 ? [] : this.mentions.splice(at, 1);
    if (mention !== undefined) mention.entity.score -= mention.points;
  }

  /** "failures" of "equipment failures": a part of a name that was read as a thing of its own is none. */
  absorb(entity: DraftEntity): void {
    const noun = entity.name.toLowerCase().split(" ").at(-1) ?? "";
    const part = this.entities.get(noun);
    if (part !== undefined && part !== entity && part.catalogue === null && part.fields.length === 0) part.score = 0;
  }

  addField(entity: DraftEntity, field: PrdField): void {
    if (entity.fields.length >= 20) return;
    if (!entity.fields.some((other) => other.name.toLowerCase() === field.name.toLowerCase()))
      entity.fields.push(field);
  }

  relate(relation: StatedRelation): void {
    if (relation.from === relation.to && relation.kind === "one-to-one") return;
    const same = this.relations.find(
      (other) =>
        (other.from === relation.from && other.to === relation.to && other.name === relation.name) ||
        (other.from === relation.to &&
          other.to === relation.from &&
          other.name === relation.name &&
          other.kind === "many-to-many"),
    );
    if (same === undefined) this.relations.push(relation);
    else if (relation.kind === "many-to-many") same.kind = relation.kind;
  }
}

/** "stock movements" → "Stock Movement"; empty when nothing of it is a name. */
export function entityName(words: readonly string[]): string {
  // "40 plots": how many there are is not what they are called.
  const named = words.length > 1 && /^\d+$/.test(words[0] ?? "") ? words.slice(1) : words;
  const name = sanitiseName(singularPhrase(named), 40, "");
  return titleCase(name);
}

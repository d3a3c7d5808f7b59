// Figures of a benchmark. Milliseconds in, milliseconds out, to two digits.

export interface Distribution {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export function distribution(samples: readonly number[]): Distribution {
  const sorted = samples.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: round(sorted.at(-1) ?? 0),
  };
}

/** Nearest rank. */
export function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(samples: readonly number[]): number {
  return percentile(
    samples.toSorted((a, b) => a - b),
    0.5,
  );
}

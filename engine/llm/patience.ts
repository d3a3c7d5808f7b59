// How long an answer is waited for. A long plan takes minutes to be written, and a stream that still brings something is
// not stuck: the limit holds for silence, and a multiple of it for the whole.

const wholeFactor = 5;

export class Patience {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #silenceMs: number;
  readonly #whole: ReturnType<typeof setTimeout>;
  #silence: ReturnType<typeof setTimeout>;

  constructor(silenceMs: number) {
    this.signal = this.#controller.signal;
    this.#silenceMs = silenceMs;
    this.#silence = this.#limit(silenceMs);
    this.#whole = this.#limit(silenceMs * wholeFactor);
  }

  heard(): void {
    clearTimeout(this.#silence);
    if (!this.signal.aborted) this.#silence = this.#limit(this.#silenceMs);
  }

  end(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#whole);
  }

  #limit(ms: number): ReturnType<typeof setTimeout> {
    // The same reason as that of AbortSignal.timeout.
    const reason = new DOMException("The time limit was reached.", "TimeoutError");
    return setTimeout(() => this.#controller.abort(reason), ms);
  }
}

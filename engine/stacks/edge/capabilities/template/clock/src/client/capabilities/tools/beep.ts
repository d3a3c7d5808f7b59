/** Three short tones; silent where the browser does not allow sound. */
export function beep(): void {
  try {
    const audio = new AudioContext();
    for (const at of [0, 0.3, 0.6]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      volume.gain.value = 0.2;
      tone.frequency.value = 880;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + at);
      tone.stop(audio.currentTime + at + 0.15);
    }
  } catch {
    // The page says it in words too.
  }
}

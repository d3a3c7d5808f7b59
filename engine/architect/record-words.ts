// Nouns of things that happen to other things. Data only.

export const recordWords = new Set(
  "inspection harvest visit log entry record reading session note comment review payment checkup feeding watering measurement report movement transaction test result photo item document message expense appointment booking reservation registration announcement inquiry repair delivery observation sighting reminder dose treatment shift ride request rental flight lap race round transfer update drive rehearsal tasting trip hike climb check entry sale purchase offer match practice lesson class shoot stay absence fitting viewing".split(
    " ",
  ),
);

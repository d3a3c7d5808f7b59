import type { FamilyData } from "./family.ts";

export const weather: FamilyData = {
  id: "weather",
  title: "Weather and environment",
  cues: ["weather", "climate", "air quality", "water quality", "forecast", "pollution"],
  core: ["Place", "Weather Reading"],
  audience: "People who watch the weather and the environment.",
  entities: [
    {
      name: "Place",
      aliases: ["city", "weather station", "monitoring station", "measuring point"],
      about: "Where it is measured.",
      fields: "name*!;country;latitude;longitude;notes",
    },
    {
      name: "Weather Reading",
      aliases: ["weather record", "weather report", "wind speed reading"],
      about: "The weather at a time.",
      fields:
        "label*;recorded at*;temperature:decimal;humidity:decimal[0..100];wind speed:decimal[0..];conditions(Sunny|Cloudy|Rain|Snow|Storm)=Sunny",
      belongsTo: ["Place"],
    },
    {
      name: "Water Sample",
      aliases: ["water quality", "water quality reading"],
      about: "Water that was measured.",
      fields:
        "label*;recorded at*;ph:decimal[0..14];turbidity:decimal[0..];dissolved oxygen:decimal[0..];temperature:decimal;notes",
      belongsTo: ["Place"],
    },
    {
      name: "Forecast",
      about: "What the weather may be.",
      fields:
        "title*;date*;high temperature:decimal;low temperature:decimal;conditions(Sunny|Cloudy|Rain|Snow|Storm)=Sunny",
      belongsTo: ["Place"],
    },
  ],
};

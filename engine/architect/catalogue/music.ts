import type { FamilyData } from "./family.ts";

export const music: FamilyData = {
  id: "music",
  title: "Music and film",
  cues: [
    "music",
    "song",
    "album",
    "playlist",
    "band",
    "concert",
    "vinyl",
    "movie",
    "film",
    "tv show",
    "cinema",
    "streaming",
    "watchlist",
    "record collection",
  ],
  core: ["Artist", "Album", "Song", "Playlist"],
  audience: "People who love music and films.",
  entities: [
    {
      name: "Artist",
      aliases: ["band", "musician", "singer", "composer"],
      about: "Who makes the music.",
      fields: "name*;genre(Pop|Rock|Jazz|Classical|Hip hop|Electronic)=Pop;country;bio;photo;website",
    },
    {
      name: "Album",
      aliases: ["vinyl", "record", "vinyl record", "lp"],
      about: "A set of songs.",
      fields: "title*;release date;genre(Pop|Rock|Jazz|Classical|Hip hop|Electronic)=Pop;label;cover image;rating",
      belongsTo: ["Artist"],
    },
    {
      name: "Song",
      aliases: ["track", "tune", "piece of music"],
      about: "A piece of music.",
      fields:
        "title*;duration seconds:integer[0..];genre(Pop|Rock|Jazz|Classical|Hip hop|Electronic)=Pop;release date;audio link:url;lyrics",
      belongsTo: ["Album", "Artist"],
    },
    {
      name: "Playlist",
      aliases: ["mixtape", "setlist", "set list"],
      about: "Songs in an order.",
      fields: "name*;description;cover image;public:boolean=false",
      linkedTo: ["Song"],
    },
    {
      name: "Movie",
      aliases: ["film", "motion picture"],
      about: "A film.",
      fields:
        "title*;release date;genre(Action|Comedy|Drama|Horror|Science fiction|Documentary)=Drama;director:text;duration:integer[0..];rating;watched:boolean=false;poster;synopsis",
      linkedTo: ["Actor"],
    },
    {
      name: "Show",
      aliases: ["tv show", "tv series", "television series", "series"],
      about: "A series.",
      fields:
        "title*;seasons:integer[0..];genre(Action|Comedy|Drama|Horror|Science fiction|Documentary)=Drama;status(To watch|Watching|Finished)=To watch;rating;poster;synopsis",
    },
    {
      name: "Actor",
      aliases: ["actress", "cast member"],
      about: "Someone who plays in films.",
      fields: "name*;birthday;photo;bio;nationality",
    },
    {
      name: "Concert",
      aliases: ["gig", "live show", "tour date"],
      about: "Music played live.",
      fields: "title*;starts at;venue;city;ticket price;ticket link;notes",
      belongsTo: ["Artist", "Venue"],
    },
    {
      name: "Screening",
      aliases: ["showtime", "movie screening"],
      about: "A film shown at a time.",
      fields: "label*;starts at*;hall:text;price;seats",
      belongsTo: ["Movie*"],
    },
    {
      name: "Instrument",
      aliases: ["musical instrument"],
      about: "Something to play.",
      fields: "name*;type(String|Wind|Percussion|Keyboard)=String;brand;serial number!;purchase date;price;photo",
    },
  ],
};

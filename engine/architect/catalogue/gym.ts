import type { FamilyData } from "./family.ts";

export const gym: FamilyData = {
  id: "gym",
  title: "Gym and fitness",
  cues: [
    "gym",
    "fitness",
    "workout",
    "yoga",
    "pilates",
    "personal trainer",
    "exercise",
    "membership",
    "training plan",
    "crossfit",
    "martial art",
    "dance studio",
    "running log",
  ],
  core: ["Member", "Trainer", "Class", "Membership"],
  audience: "Members, trainers and the front desk.",
  entities: [
    {
      name: "Member",
      aliases: ["gym member", "club member"],
      about: "Someone who belongs to the club.",
      fields: "name*;email!;phone;birthday;joined on:date;status(Active|Paused|Left)=Active;photo",
      belongsTo: ["Membership Plan", "Trainer", "Team", "Club"],
    },
    {
      name: "Trainer",
      aliases: ["personal trainer", "fitness instructor", "instructor", "yoga teacher", "coach"],
      about: "Someone who leads training.",
      fields: "name*;email;phone;specialty;bio;photo;hourly rate",
    },
    {
      name: "Class",
      aliases: ["fitness class", "yoga class", "group class", "gym class", "class session", "training session"],
      plural: "Classes",
      about: "A class members can join.",
      fields: "name*;description;starts at*;duration;capacity;room:text;level(Beginner|Intermediate|Advanced)=Beginner",
      belongsTo: ["Trainer", "Instructor"],
      linkedTo: ["Member"],
    },
    {
      name: "Membership",
      aliases: ["membership plan", "gym membership", "subscription plan"],
      about: "What a member pays for.",
      fields:
        "plan name*;price;start date;end date;status(Active|Paused|Expired|Cancelled)=Active;auto renew:boolean=true",
      belongsTo: ["Member"],
      badges: [
        {
          label: "Expired",
          tone: "danger",
          field: "end date",
          operator: "before-today",
          cues: ["expired", "expiring", "expiry", "renewal"],
        },
      ],
    },
    {
      name: "Workout",
      aliases: ["training log", "workout log", "workout session", "run", "workout plan"],
      about: "A training done or planned.",
      fields:
        "title*;date;duration;type(Strength|Cardio|Flexibility|Sport)=Strength;calories burned:integer[0..];notes",
      belongsTo: ["Member"],
      linkedTo: ["Exercise"],
    },
    {
      name: "Exercise",
      aliases: ["drill"],
      about: "A movement to train.",
      fields:
        "name*;muscle group:text;category(Strength|Cardio|Flexibility|Balance)=Strength;sets;reps;weight:decimal[0..];instructions;video link",
    },
    {
      name: "Workout Set",
      aliases: ["exercise set", "set"],
      about: "One set of an exercise.",
      fields: "label*;reps*;weight:decimal[0..];rest seconds:integer[0..]",
      belongsTo: ["Workout*", "Exercise"],
    },
    {
      name: "Class Booking",
      aliases: ["class reservation", "class registration", "check-in"],
      about: "A member's place in a class.",
      fields: "reference*!;booked at;status(Booked|Attended|Missed|Cancelled)=Booked",
      belongsTo: ["Class*", "Member*"],
    },
    {
      name: "Body Measurement",
      aliases: ["measurement", "weigh-in", "body weight", "progress entry"],
      about: "Weight and measures on a day.",
      fields: "label*;date*;weight:decimal[0..];body fat:decimal[0..100];waist:decimal[0..];notes",
      belongsTo: ["Member"],
    },
    {
      name: "Meal",
      aliases: ["meal log", "food entry", "food log", "diet entry"],
      about: "Something eaten.",
      fields:
        "name*;eaten at;meal type(Breakfast|Lunch|Dinner|Snack)=Lunch;calories;protein:decimal[0..];carbs:decimal[0..];fat:decimal[0..];photo",
      belongsTo: ["Recipe"],
    },
  ],
};

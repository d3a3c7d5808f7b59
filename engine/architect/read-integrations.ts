// Outside services a prompt asks for. None of them is wired by the offline architect, and the plan says so.
import type { Prd } from "#engine/prd/schema.ts";
import type { Clause } from "./read-text.ts";

interface Integration {
  readonly name: string;
  readonly purpose: string;
  readonly cues: readonly string[];
}

const integrations: readonly Integration[] = [
  { name: "Stripe", purpose: "Taking card payments.", cues: ["stripe"] },
  { name: "PayPal", purpose: "Taking payments.", cues: ["paypal"] },
  {
    name: "Payment provider",
    purpose: "Taking payments.",
    cues: [
      "online payment",
      "online payments",
      "make payments",
      "payment gateway",
      "payment processing",
      "pay online",
      "checkout",
      "card payments",
    ],
  },
  {
    name: "Email",
    purpose: "Sending messages to people.",
    cues: [
      "email notification",
      "email notifications",
      "email reminder",
      "email reminders",
      "send email",
      "send emails",
      "sends email",
      "sendgrid",
      "mailgun",
      "mailchimp",
      "by email",
      "newsletters",
    ],
  },
  {
    name: "SMS",
    purpose: "Sending text messages.",
    cues: ["sms", "twilio", "text message", "text messages", "whatsapp"],
  },
  {
    name: "Push notifications",
    purpose: "Telling people on their devices.",
    cues: ["push notification", "push notifications"],
  },
  {
    name: "Google sign-in",
    purpose: "Signing in with a Google account.",
    cues: ["google login", "google sign-in", "sign in with google", "login with google", "oauth", "social login"],
  },
  {
    name: "Google Calendar",
    purpose: "Keeping calendars in step.",
    cues: ["google calendar", "outlook calendar", "ical", "calendar sync"],
  },
  {
    name: "Maps",
    purpose: "Showing places on a map.",
    cues: ["google maps", "map", "maps", "mapbox", "openstreetmap", "geolocation"],
  },
  { name: "Slack", purpose: "Posting to channels.", cues: ["slack"] },
  {
    name: "Weather service",
    purpose: "Live weather data.",
    cues: ["weather api", "real-time weather", "weather data"],
  },
  {
    name: "Market data",
    purpose: "Live prices.",
    cues: ["stock information", "market data", "live prices", "crypto prices", "real-time prices"],
  },
  {
    name: "Language model",
    purpose: "Answers written by a model.",
    cues: ["openai", "chatgpt", "ai assistant", "chatbot", "ai-powered", "gpt"],
  },
  {
    name: "Video calls",
    purpose: "Meeting by video.",
    cues: ["zoom", "video call", "video calls", "google meet", "video conferencing"],
  },
  { name: "Salesforce", purpose: "Exchanging customer data.", cues: ["salesforce"] },
  { name: "HubSpot", purpose: "Exchanging customer data.", cues: ["hubspot"] },
  { name: "QuickBooks", purpose: "Exchanging accounting data.", cues: ["quickbooks", "xero"] },
  { name: "Shopify", purpose: "Exchanging products and orders.", cues: ["shopify", "woocommerce"] },
  {
    name: "Barcode scanner",
    purpose: "Reading codes with a camera.",
    cues: ["barcode scanner", "barcode scanning", "qr code", "qr codes", "scan barcodes"],
  },
  {
    name: "Social networks",
    purpose: "Sharing elsewhere.",
    cues: ["share on other platforms", "facebook", "twitter", "instagram", "tiktok"],
  },
];

export function readIntegrations(clauses: readonly Clause[]): Prd["integrations"] {
  const said = clauses.map((clause) => clause.tokens.map((token) => token.lower).join(" ")).join(" . ");
  // Maps of thoughts and of sites show no places.
  const text = ` ${said.replaceAll(/\b(mind|site|road|story|heat) maps?\b/g, "")} `;
  return integrations
    .filter((integration) => integration.cues.some((cue) => text.includes(` ${cue} `)))
    .map(({ name, purpose }) => ({
      name,
      purpose: `${purpose} Not wired: the app is built without it and keeps the data it would need.`,
    }));
}

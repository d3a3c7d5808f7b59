import Activity from "lucide-react/icons/activity";
import Boxes from "lucide-react/icons/boxes";
import CircleDollarSign from "lucide-react/icons/circle-dollar-sign";
import FileCode from "lucide-react/icons/file-code";
import History from "lucide-react/icons/history";
import Wrench from "lucide-react/icons/wrench";

export const promises = [
  {
    icon: Boxes,
    title: "A whole app, not a mock-up",
    text: "Database, API, pages, search, import and export, dark mode, and tests of its own. Accessible from the first page.",
  },
  {
    icon: Wrench,
    title: "It mends its own builds",
    text: "A failure is read, classified and repaired by a rule or by a model. When nothing helps it stops and says what it tried.",
  },
  {
    icon: Activity,
    title: "You see everything it does",
    text: "Plan, decisions, files and logs arrive while they happen. Pause, correct or cancel at any step.",
  },
  {
    icon: CircleDollarSign,
    title: "A price before each call",
    text: "A budget for each run and for the month is checked before a model is asked. It works without a model too.",
  },
  {
    icon: History,
    title: "Nothing is lost",
    text: "Every change is a version. Go back to any of them, and keep the edits that you made by hand.",
  },
  {
    icon: FileCode,
    title: "The code is yours",
    text: "Plain TypeScript on React and Hono, or Next.js. Take it home as source, for Docker, for Vercel, for Cloudflare.",
  },
] as const;

export const questions = [
  {
    question: "Do I need a key of a model provider?",
    answer:
      "No. The built-in planner recognises many kinds of applications and builds them from tested parts. With a key of Anthropic or OpenAI, or a model on your own machine, agents write what goes beyond.",
  },
  {
    question: "What happens when a build fails?",
    answer:
      "The error is classified and repaired within limits of rounds and money. If errors do not become fewer, the last version that worked stays, and you get an account of what was tried.",
  },
  {
    question: "May I change the code by hand?",
    answer:
      "Yes. What you change becomes a version of its own, and later generations merge with it line by line instead of writing over it.",
  },
  {
    question: "Who can see my app?",
    answer:
      "A preview opens for those who may see the project. Each app runs on an address of its own, with its own database and without access to the network.",
  },
] as const;

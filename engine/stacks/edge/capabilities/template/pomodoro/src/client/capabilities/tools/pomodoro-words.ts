import { part } from "../../../shared/say.ts";

export const words = part("pomodoro", {
  longBreak: "Long break",
  pomodoroTimer: "Pomodoro timer",
  lead: "Focus, then a break; a long one after every fourth time.",
  pause: "Pause",
  start: "Start",
  goOn: "Continue",
  reset: "Reset",
  skip: "Skip",
  focusDone: (done: number) => `${done} focus ${done === 1 ? "session" : "sessions"} done`,
  inMinutes: ", minutes",
  focus: "Focus",
  shortBreak: "Break",
});

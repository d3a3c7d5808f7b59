// The words of a notice as an e-mail: plain text, and the same as simple HTML. Pure.
import type { NoticeKind } from "#db/vocabulary.ts";

export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

const subjects: Readonly<Record<NoticeKind, (project: string) => string>> = {
  done: (project) => `${project} is ready`,
  waiting: (project) => `${project} waits for you`,
  failed: (project) => `${project} stopped`,
  escalated: (project) => `${project} needs your help`,
};

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A subject is one line. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

export function writeMail(notice: {
  kind: NoticeKind;
  text: string;
  workedMs: number;
  project: { name: string; url: string };
  recipient: { name: string };
  settingsUrl: string;
}): MailWords {
  const { kind, text, project, recipient, settingsUrl } = notice;
  const name = oneLine(project.name);
  const minutes = Math.max(1, Math.round(notice.workedMs / 60_000));
  const greeting = recipient.name.trim() === "" ? "Hello," : `Hello ${oneLine(recipient.name)},`;
  const took = `NexusGen worked on it for ${minutes === 1 ? "about a minute" : `${minutes} minutes`}.`;
  const why = "You get this because a run of yours took a while. Turn it off in your settings:";
  return {
    subject: subjects[kind](name),
    text: [greeting, "", `${name}: ${text}`, took, "", project.url, "", why, settingsUrl, ""].join("\n"),
    html: [
      `<p>${escapeHtml(greeting)}</p>`,
      `<p><strong>${escapeHtml(name)}</strong>: ${escapeHtml(text)}<br>${escapeHtml(took)}</p>`,
      `<p><a href="${escapeHtml(project.url)}">Open ${escapeHtml(name)}</a></p>`,
      `<p style="color:#66727b;font-size:13px">${escapeHtml(why)} <a href="${escapeHtml(settingsUrl)}">${escapeHtml(settingsUrl)}</a></p>`,
    ].join("\n"),
  };
}

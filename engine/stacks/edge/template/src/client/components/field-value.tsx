import type { ReactNode } from "react";
import { choiceTone } from "../../shared/choice-tone.ts";
import { formatValue } from "../../shared/format.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord, FieldMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { isUpload, uploadName, uploadSize } from "../../shared/uploads.ts";
import { Link } from "../routing/links.tsx";
import { Icon } from "./icon.tsx";
import { Markdown } from "./markdown.tsx";
import { Badge } from "./ui/badge.tsx";
import { Time } from "./ui/time.tsx";

const linkLook = "rounded text-accent underline-offset-2 hover:underline";

const numeric = new Set(["integer", "decimal", "money"]);
export const isNumeric = (field: FieldMeta): boolean => numeric.has(field.type);

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={`${linkLook} inline-flex max-w-full items-center gap-1`}>
      <span className="truncate">{children}</span>
      <Icon name="external" className="size-3.5" />
      <span className="sr-only">{say.inNewTab}</span>
    </a>
  );
}

const fileName = (address: string): string =>
  address.startsWith("data:") ? say.uploadedFile : (address.split("/").at(-1) ?? address) || address;

interface FieldValueProps {
  field: FieldMeta;
  record: ApiRecord;
  /** In a table: one line, small pictures. */
  compact?: boolean;
}

/** A value of a record, shown as its type deserves. */
export function FieldValue({ field, record, compact = false }: FieldValueProps) {
  const value = record[field.key];
  if (value === null || value === undefined || value === "") {
    return (
      <span className="text-subtle">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{say.empty}</span>
      </span>
    );
  }
  const text = formatValue(field, value);
  switch (field.type) {
    case "reference": {
      const target = record._refs[field.key];
      if (!target || !field.reference) return text;
      return (
        <Link to={`/${modelOf(field.reference.model).slug}/${target.id}`} className={linkLook}>
          {target.label}
        </Link>
      );
    }
    case "enum":
      return <Badge tone={choiceTone(text) ?? "neutral"}>{text}</Badge>;
    case "boolean":
      return value === true ? <Badge tone="success">{text}</Badge> : <span className="text-subtle">{text}</span>;
    case "integer":
    case "decimal":
    case "money":
      return <span className="tabular-nums">{text}</span>;
    case "email":
      return (
        <a href={`mailto:${text}`} className={linkLook}>
          {text}
        </a>
      );
    case "phone":
      return (
        <a href={`tel:${text.replace(/[^+\d]/g, "")}`} className={`${linkLook} whitespace-nowrap`}>
          {text}
        </a>
      );
    case "url":
      return <Outside href={text}>{text.replace(/^https?:\/\/(www\.)?|\/$/g, "")}</Outside>;
    case "color":
      return (
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <span aria-hidden="true" className="size-4 rounded-full border" style={{ backgroundColor: text }} />
          {text}
        </span>
      );
    case "image":
      return (
        <img
          src={String(value)}
          alt={say.imageOf(field.label, record._label)}
          loading="lazy"
          {...uploadSize(String(value))}
          className={
            compact
              ? "size-10 rounded-md border bg-muted object-cover"
              : "h-auto max-h-80 w-auto max-w-full rounded-lg border bg-muted object-contain"
          }
        />
      );
    case "file":
      return String(value).startsWith("data:") || isUpload(String(value)) ? (
        <a
          href={String(value)}
          download={isUpload(String(value)) ? uploadName(String(value)) : `${field.key}-${record.id}`}
          className={linkLook}
        >
          {isUpload(String(value)) ? uploadName(String(value)) : say.download(field.label)}
        </a>
      ) : (
        <Outside href={String(value)}>{fileName(String(value))}</Outside>
      );
    case "dateTime":
      return <Time value={String(value)} />;
    case "date":
      return (
        <time dateTime={String(value)} className="whitespace-nowrap">
          {text}
        </time>
      );
    case "json":
      return compact ? (
        <code className="block max-w-60 truncate text-xs">{text}</code>
      ) : (
        <pre className="rounded-lg bg-muted p-3 text-xs break-words whitespace-pre-wrap">
          {JSON.stringify(value, null, 2)}
        </pre>
      );
    case "richText":
      return compact ? (
        <span className="line-clamp-2 min-w-48">{text.replace(/[#*`>[\]]/g, "")}</span>
      ) : (
        <Markdown text={text} />
      );
    case "longText":
      return compact ? (
        <span className="line-clamp-2 min-w-48">{text}</span>
      ) : (
        <p className="max-w-prose whitespace-pre-line">{text}</p>
      );
    default:
      return <span className={compact ? "line-clamp-2" : "break-words"}>{text}</span>;
  }
}

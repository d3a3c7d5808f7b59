import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";

/** Text that people wrote, as Markdown. HTML in it stays text; pictures are not fetched. Load it lazily. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose-like">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={["img"]}
        unwrapDisallowed
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noreferrer">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

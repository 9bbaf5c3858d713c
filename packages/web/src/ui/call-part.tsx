import './call-part.css';

/** Words that went to a model or came from it, as they are. */
export function CallPart({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className="call-part">
      <h3>{title}</h3>
      {/* A region that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={title} role="region">
        {text}
      </pre>
    </section>
  );
}

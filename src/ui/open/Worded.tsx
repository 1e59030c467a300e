/** Field names stand between backticks. */
export function Worded({ text }: { text: string }) {
  return text.split('`').map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className="mono">
        {part}
      </span>
    ),
  );
}

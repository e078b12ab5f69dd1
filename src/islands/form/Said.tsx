/** What came of an act, told to whoever hears the page too. */
export function Said({ said }: { said: string }) {
  return (
    <p className="small" role="status">
      {said}
    </p>
  );
}

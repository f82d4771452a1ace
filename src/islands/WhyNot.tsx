import { REASONS } from '../schema/reasons.ts';

/** What a reader may add to a "no": reasons to tick, and words of their own. */
export function WhyNot({ isSending, isAgain }: { isSending: boolean; isAgain: boolean }) {
  return (
    <>
      <fieldset>
        <legend>What went wrong? (if you like)</legend>
        {Object.entries(REASONS).map(([id, words]) => (
          <label key={id} className="check">
            <input type="checkbox" name="reasons" value={id} /> <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div className="talk-field">
        <label htmlFor="did-this-help-comment">What were you looking for? (if you like)</label>
        <textarea id="did-this-help-comment" name="comment" rows={3} aria-describedby="did-this-help-comment-note" />
        <p id="did-this-help-comment-note" className="muted small">
          The writers read this. They cannot answer you here; a person can.
        </p>
      </div>
      <div className="answers">
        <button className="button-main" aria-disabled={isSending || undefined}>
          {isAgain ? 'Send again' : 'Send to the writers'}
        </button>
      </div>
    </>
  );
}

import { reasons } from '../strings/en/reasons.ts';
import { whyNot } from '../strings/en/vote.ts';

/** What a reader may add to a "no": reasons to tick, and words of their own. */
export function WhyNot({ isSending, isAgain }: { isSending: boolean; isAgain: boolean }) {
  return (
    <>
      <fieldset>
        <legend>{whyNot.reasons}</legend>
        {Object.entries(reasons).map(([id, words]) => (
          <label key={id} className="check">
            <input type="checkbox" name="reasons" value={id} /> <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div className="talk-field">
        <label htmlFor="did-this-help-comment">{whyNot.comment}</label>
        <textarea
          id="did-this-help-comment"
          name="comment"
          rows={3}
          dir="auto"
          aria-describedby="did-this-help-comment-note"
        />
        <p id="did-this-help-comment-note" className="muted small">
          {whyNot.whoReads}
        </p>
      </div>
      <div className="answers">
        <button className="button-main" aria-disabled={isSending || undefined}>
          {isAgain ? whyNot.sendAgain : whyNot.send}
        </button>
      </div>
    </>
  );
}

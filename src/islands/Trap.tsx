import { talk } from '../strings/en/talk.ts';

/**
 * A field that people neither see nor reach nor hear of, and that programs fill in which fill in everything. What comes
 * with something in it is taken, and set aside for a person to look at. Off the screen rather than not displayed:
 * programs look for that. Password managers are asked to leave it alone.
 */
export function Trap() {
  return (
    <div className="visually-hidden" aria-hidden="true">
      <label htmlFor="website">{talk.trap}</label>
      <input
        id="website"
        name="website"
        tabIndex={-1}
        autoComplete="off"
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
        data-form-type="other"
      />
    </div>
  );
}

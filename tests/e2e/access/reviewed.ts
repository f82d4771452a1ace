/** What an engine cannot decide, or decides wrongly, and what a person decided; on other elements it is a finding. */
export type Reviewed = {
  /** The engine's name of the rule, and where it has several, of the reason. */
  rule: string;
  /** Selector of the elements for which this was decided. */
  on: string;
  why: string;
  /** The test that holds it instead; wanted where `on` is no more than tags, which are on every page. */
  heldBy?: string;
};

/** Looked at one by one on 22 November 2026, on every built page and every kind of page on demand. */
export const REVIEWED: readonly Reviewed[] = [
  {
    rule: 'color-contrast nonBmp',
    on: 'td:has(> strong + strong)',
    why: 'What is neither strong nor a letter is the arrow between two labels, in the colour of the other cells.',
  },
  {
    rule: 'color-contrast',
    on: 'body:has([role=combobox][aria-expanded=true]) main *',
    why: 'It stands behind the suggestions; without them the same page is looked at as well.',
  },
  {
    rule: 'color-contrast elmPartiallyObscuring',
    on: '.column > p.small > a',
    why: 'The room for a finger around the way back reaches beyond its line; no letter stands in it.',
  },
  {
    rule: 'color-contrast elmPartiallyObscuring',
    on: '.body > .table td',
    why: 'On a wide screen a table reaches beyond the column of the text, onto the paper of the page; nothing lies there.',
  },
  {
    rule: 'color-contrast elmPartiallyObscuring',
    on: '.switcher > summary > span',
    why: 'On a wide screen the line reaches beyond the column of the text, onto the paper of the page; nothing lies there.',
  },
  {
    rule: 'color-contrast',
    on: '.chart text',
    why: 'Ink on paper, or muted ink, as beside the picture; axe does not look for what is behind letters in SVG.',
  },
  {
    rule: 'color-contrast elmPartiallyObscured',
    on: '.wide *',
    why: 'It reaches out of a frame that scrolls, in the colours of what is within.',
  },
  {
    rule: 'text_block_heading potential_heading',
    on: '.ask',
    why: 'The label of the search box, set large because it is the question; the heading is "Search".',
  },
  {
    rule: 'widget_tabbable_exists fail_no_tabbable',
    on: '[role=listbox]',
    why: 'The focus stays in the combobox that controls the list, as ARIA 1.2 has it; arrows walk, see search-by-keyboard.',
  },
  {
    rule: 'input_autocomplete_valid fail_incorrect',
    on: 'input[type=email][autocomplete~=username]',
    why: 'HTML allows "username" there (control group Username); IBM’s table is older.',
  },
  {
    rule: 'input_label_visible potential_no_label',
    on: 'textarea[id]',
    why: 'Its <label> stands right above it; the engine looks for those of <input> alone.',
  },
  {
    rule: 'input_fields_grouped Potential_1',
    on: 'form :is(input, textarea, select), .reading select',
    why: 'A form of a few fields, each with its label, is one group; where there are more, they stand in a <fieldset>.',
  },
  {
    rule: 'aria_form_label_unique fail_label_not_unique',
    on: 'form:not([aria-label], [aria-labelledby])',
    why: 'Without a name a form is no landmark (HTML-AAM). Its button says what it does, and it stands below a heading.',
  },
  {
    rule: 'aria_landmark_name_unique fail_label_not_unique',
    on: 'form:not([aria-label], [aria-labelledby])',
    why: 'The same.',
  },
  {
    rule: 'blockquote_cite_exists Potential_1',
    on: 'blockquote',
    why: 'What somebody wrote to us has no address.',
  },
  {
    rule: 'media_keyboard_controllable Manual_1',
    on: 'video[controls]',
    why: 'The controls are those of the browser, which its keys reach.',
  },
  {
    rule: 'style_color_misuse',
    on: 'link, style',
    why: 'Asked of every style sheet. States stand in words as well; forced colours take all of ours away.',
    heldBy:
      'tests/e2e/see-it-in-my-own-colours.test.ts: the answer that was chosen, and the word that is spoken, are told by a line',
  },
  {
    rule: 'style_highcontrast_visible',
    on: 'link, style',
    why: 'Asked of every style sheet; the pages are looked at with forced colours.',
    heldBy:
      'tests/e2e/see-it-in-my-own-colours.test.ts: buttons, fields and boxes have an edge or a ground that the system chose',
  },
  {
    rule: 'element_tabbable_visible potential_visible',
    on: '.skip',
    why: 'The link past the header shows itself when it is focused; press-every-key.test.ts looks at it.',
  },
  {
    rule: 'element_tabbable_unobscured potential_obscured',
    on: 'a, button, input, select, textarea, summary, [tabindex]',
    why: 'The engine compares boxes, whatever is on top; the browser is asked what is.',
    heldBy:
      'tests/e2e/access/press-every-key.test.ts: …: Tab reaches every control in order, shows where it is, uncovered, and leads out again',
  },
  {
    rule: 'aria_keyboard_handler_exists potential_no_keyboard_access',
    on: '[role=combobox]',
    why: 'The engine looks for onkeydown="…" alone. search-by-keyboard.test.ts walks through the box by keyboard.',
  },
  {
    rule: 'list_structure_proper Potential_1',
    on: 'dl:has(> div > dt)',
    why: 'HTML allows a <div> around each group of <dt> and <dd>; the engine does not know that.',
  },
  {
    rule: 'input_label_visible potential_placeholder_only',
    on: 'header [role=combobox], header [type=search]',
    why: 'The small search box has its button "Search" right beside it, which is a visible label (G167).',
  },
  {
    rule: 'input_label_visible potential_no_label',
    on: '.steps .tick > input',
    why: 'The large number above the box is its visible label; it comes from a counter of CSS, which the engine cannot see.',
  },
  {
    rule: 'label_content_exists Fail_1',
    on: '.steps .tick',
    why: 'The same: the <label> makes the number and the box one target; the box says its full name itself.',
  },
  {
    rule: 'input_checkboxes_grouped',
    on: '.steps .tick > input',
    why: 'Each box is a question of its own with a full name ("Step 3 done"), and the numbered list holds them together.',
  },
  {
    rule: 'form_submit_button_exists Potential_1',
    on: 'form:has(button:not([type=button]))',
    why: 'A button without a type is one that submits.',
  },
  {
    rule: 'element_tabbable_role_valid fail_invalid_role',
    on: '.table[role=group], .wide[role=group], pre[role=group]',
    why: 'A frame that scrolls has to be reached by keyboard (2.1.1); whether it scrolls depends on the width.',
  },
  {
    rule: 'media_alt_brief Potential_1',
    on: '.picture img',
    why: 'What a drawing shows takes more than 150 letters, and stands in no other place.',
  },
  {
    rule: 'aria_complementary_label_visible Fail_1',
    on: '.incident-banner',
    why: 'Its label "Open incident" is the first word of each line in it.',
  },
  {
    rule: 'select_options_grouped Potential_1',
    on: '#to',
    why: 'Colleagues by name, however many there are: they form no groups.',
  },
  {
    rule: 'text_sensory_misuse',
    on: 'main *, main',
    why: 'Words of a place: a program cannot tell whether they lead on in the text, or say which thing is meant.',
    heldBy: 'tests/unit/articles/sentences-read.test.ts: every sentence that names a place, a side or a shape was read',
  },
  {
    rule: 'text_quoted_correctly',
    on: '.chart > title, .drawn caption',
    why: 'What stands in quotation marks is the title of an article.',
  },
  {
    rule: 'text_quoted_correctly',
    on: 'p, li, td, dd, label, span, div',
    why: 'What stands in quotation marks are labels on a screen and names of files, not what somebody said.',
    heldBy:
      'tests/unit/articles/sentences-read.test.ts: everything in quotation marks was read, and is a label or a name',
  },
];

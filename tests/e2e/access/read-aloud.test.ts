import { signedIn } from '../members.ts';
import { asked } from '../requests.ts';
import { expect, test } from '../test.ts';

// Names and roles in the order in which a screen reader comes to them; what stands between may change.

test('an article reads as title, for whom, contents, steps and the question at its end', async ({ page }) => {
  await page.goto('/articles/restore-a-file/');

  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - link "Skip to the page"
      - link "Northlight Help"
      - search:
        - combobox "What do you need?"
        - button "Search"
        - status
      - link "Talk to a person"
    - main:
      - article:
        - navigation "You are here":
          - link "Northlight Sync"
          - link "Files and backup"
        - heading "Get back an earlier copy of a file, or a deleted one" [level=1]
        - group
        - navigation "On this page"
        - figure "Get back an earlier copy of a file":
          - link "Watch it “Get back an earlier copy of a file”"
          - status
          - list "Chapters of “Get back an earlier copy of a file”"
          - group
        - heading "The file is there, but wrong" [level=2]
        - list:
          - listitem:
            - checkbox "Step 1 done"
          - listitem:
            - checkbox "Step 2 done"
        - heading "The file is not there any more" [level=2]
        - region "Did this answer your question?":
          - heading "Did this answer your question?" [level=2]
          - button "Yes"
          - button "No"
          - status
          - paragraph:
            - button "Talk to a person"
          - status
        - navigation "Often read next"
    - contentinfo:
      - region "Reach a person":
        - heading "Reach a person" [level=2]
        - term: Call
        - definition:
          - link "+44 1632 960150"
        - term: Write
        - definition:
          - link "help@northlight.example"
        - term: When
  `);
});

test('the form asks in this order, and says what goes along', async ({ page }) => {
  await page.goto('/articles/restore-a-file/talk/?version=5&audience=home&step=1&q=restore&results=3');

  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph:
        - link "Back to “Get back an earlier copy of a file, or a deleted one”"
      - form "Talk to a person":
        - heading "Talk to a person" [level=1]
        - paragraph: /A person answers by/
        - textbox "What happens, and what do you need?"
        - textbox "Your name"
        - group "How shall we answer?":
          - radio "By e-mail" [checked]
          - radio "Call me back"
        - textbox "Your e-mail address"
        - group "What we send along, so that you need not say it again":
          - checkbox /You read/ [checked]
          - checkbox /You ticked off 1 of 11 steps/ [checked]
          - checkbox "You searched for “restore” (3 results)." [checked]
        - button "Send to a person"
        - status
  `);
});

test('answers read as how many, the ways to narrow them, and a list of titles', async ({ page }) => {
  await page.goto('/search/?q=printer');

  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading [level=1]
      - search:
        - combobox "What do you need?"
      - navigation "Narrow the results"
      - region "Results":
        - status:
          - paragraph: /\\d+ articles/
        - list:
          - listitem:
            - heading "The computer does not find my printer" [level=2]:
              - link "The computer does not find my printer"
  `);
});

test('the status page reads as reference, what comes next, what happened, and how to answer', async ({ page }) => {
  const { statusUrl, reference } = await asked('The computer beeps.');

  await page.goto(statusUrl);

  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "${reference}" [level=1]
      - paragraph:
        - text: /A person answers by/
        - time
      - region "What happened so far":
        - heading "What happened so far" [level=2]
        - list:
          - listitem
      - region "Tell us more":
        - heading "Tell us more" [level=2]
        - textbox "Anything to add?"
        - button "Add this to my request"
        - button "It is mended, nobody needs to answer"
      - region "What you sent":
        - heading "What you sent" [level=2]
        - blockquote: The computer beeps.
  `);
});

test('at the desk a request reads as who, what they say, what they tried, and the reply', async ({ page }) => {
  await signedIn(page, 'agent');
  const { reference } = await asked('The computer beeps.');

  await page.goto(`/desk/requests/${reference}/`);

  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - link "Skip to the page"
      - navigation "Desk":
        - list:
          - listitem:
            - link "Requests"
      - button "Sign out"
    - main:
      - heading "${reference} A customer" [level=1]
      - region "What the customer needs":
        - blockquote: The computer beeps.
      - region "What they already tried":
        - paragraph: The customer sent nothing along.
      - region "What you can do":
        - status
        - form "Reply":
          - textbox "To A customer"
  `);
});

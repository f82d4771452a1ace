import { fillForm, keysInStore, writeTo } from './asked-for.ts';
import { expect, openAndKeep, test, UNSENT } from './line.ts';
import { stopTheClock } from './stopped-clock.ts';

const ARTICLE = '/articles/restore-a-file/';

test.use({ meant: UNSENT });

test('what is kept can be changed, and goes out as it was changed', async ({ page, line }) => {
  await page.goto(ARTICLE);
  await writeTo(page, 'Wrong word');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Your message is not on its way now.')).toBeVisible();
  await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('Wrong word');
  await expect(page.getByLabel('Your e-mail address')).toHaveValue('customer@example.com');
  line.state = 'up';

  await page.getByLabel('What happens, and what do you need?').fill('Right word');
  await page.getByRole('button', { name: 'Send to a person' }).click();

  await expect(page.getByText('Your reference is')).toBeVisible();
  expect(keysInStore('Right word')).toHaveLength(1);
  expect(keysInStore('Wrong word')).toEqual([]);
});

test('what is kept can be taken back, and is not sent then; nor is it gone by a slip', async ({ page, line }) => {
  // Nothing is tried again by itself.
  await stopTheClock(page);
  await page.goto(ARTICLE);
  await writeTo(page, 'Taken back');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('We took your message back: it is not sent')).toBeVisible();
  line.state = 'up';
  await page.reload();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await expect(page.getByLabel('What happens, and what do you need?')).toHaveValue('');
  expect(keysInStore('Taken back')).toEqual([]);

  line.state = 'down';
  await fillForm(page, 'Taken back and sent after all');
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  line.state = 'up';
  await page.getByRole('button', { name: 'Send it after all' }).click();
  await page.getByRole('button', { name: 'Try now' }).click();

  await expect(page.getByText('Your reference is')).toBeVisible();
  expect(keysInStore('Taken back and sent after all')).toHaveLength(1);
});

test('what waits can be taken back from any page, and that can be undone', async ({ page, line }) => {
  await openAndKeep(page, ARTICLE);
  await writeTo(page, 'Taken back elsewhere');
  line.state = 'down';
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByRole('heading', { name: /We kept your message here/ })).toBeVisible();
  await page.goto('/');
  const yours = page.getByRole('complementary', { name: 'Your messages' });
  await yours.getByRole('button', { name: 'Take it back' }).click();
  await expect(yours).toBeFocused();
  await expect(yours).toContainText('it is not sent.');

  await yours.getByRole('button', { name: 'Send it after all' }).click();
  await expect(yours).toContainText('is kept here');
  line.state = 'up';
  // A sign that it may go now: what has failed often would be left alone for long.
  await page.evaluate(() => dispatchEvent(new Event('online')));

  await expect(yours).toContainText('has been sent.');
  expect(keysInStore('Taken back elsewhere')).toHaveLength(1);
});

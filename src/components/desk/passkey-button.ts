import { passkeyTrouble } from '../../strings/en/desk-passkey.ts';

type Asked = { address: string; name: 'proof' | 'made'; ask: (question: unknown) => Promise<Credential | null> };

/** Shows the button for signing in with a passkey where this browser can do that, and makes it work. */
export function signInWithPasskey(): void {
  passkeyButton('passkey-sign-in', {
    address: '/desk/sign-in/passkey',
    name: 'proof',
    ask: (question) =>
      navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question as PublicKeyCredentialRequestOptionsJSON),
      }),
  });
}

/** The same, for adding a passkey. */
export function addPasskey(): void {
  passkeyButton('passkey-add', {
    address: '/desk/sessions/passkey',
    name: 'made',
    ask: (question) =>
      navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question as PublicKeyCredentialCreationOptionsJSON),
      }),
  });
}

function passkeyButton(id: string, asked: Asked): void {
  const part = document.getElementById(id);
  const button = part?.querySelector('button');
  const trouble = part?.querySelector('[role="alert"]');
  if (!part || !button || !trouble || !canUse(part.dataset['origin'])) return;
  part.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    trouble.textContent = '';
    void answerOf(asked, part.dataset['next']).then((answer) => {
      if ('to' in answer) return location.assign(answer.to);
      button.disabled = false;
      trouble.textContent = answer.trouble;
    });
  });
}

/** Browsers take part only at the address that the passkeys are for. */
function canUse(origin: string | undefined): boolean {
  return (
    location.origin === origin &&
    typeof PublicKeyCredential === 'function' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  );
}

async function answerOf(
  { address, name, ask }: Asked,
  next: string | undefined,
): Promise<{ to: string } | { trouble: string }> {
  try {
    const question = await fetch(address, { headers: { accept: 'application/json' } });
    if (!question.ok) return { trouble: await troubleIn(question) };
    const credential = await ask(await question.json());
    if (!(credential instanceof PublicKeyCredential)) return { trouble: passkeyTrouble.closed };
    const answer = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ [name]: credential, ...(next && { next }) }),
    });
    if (!answer.ok) return { trouble: await troubleIn(answer) };
    return (await answer.json()) as { to: string };
  } catch (error) {
    if (!(error instanceof DOMException)) return { trouble: passkeyTrouble.unreachable };
    return { trouble: error.name === 'InvalidStateError' ? passkeyTrouble.thereAlready : passkeyTrouble.closed };
  }
}

async function troubleIn(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { errors: { problem: string; fix: string }[] };
  return errors.map(({ problem, fix }) => `${problem} ${fix}`).join(' ');
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatures } from '../../../../src/help-desks/desks/webhook.ts';

test('the example of Standard Webhooks comes out as it should', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

  const signed = signatures([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}');

  assert.equal(signed, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('while secrets are rotated there is a signature for each', () => {
  const signed = signatures(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_AAAA'], 'id', 1, 'body');

  assert.match(signed, /^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
});

"""Webhooks, as Standard Webhooks (standardwebhooks.com) says."""
import base64
import hashlib
import hmac
import json
import time

LONGEST_AGE = 300


class NotSigned(Exception):
    """Says that the hub has not signed these bytes a few minutes ago: answer 401."""


def sign(secret, event_id, timestamp, body):
    """Returns the signature of a webhook, whose secret is `whsec_…`."""
    key = base64.b64decode(secret.replace("whsec_", "", 1))
    signed = hmac.new(key, f"{event_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()


def read_webhook(secret, body, headers):
    """Returns the event of a webhook, a CloudEvent; another attempt has the same `id`. Answer 200, to a proof with `data.challenge`.

    body: the bytes as they came
    headers: the headers of the request, by their names, which may be written in any case
    """
    given = {name.lower(): value for name, value in headers.items()}
    timestamp = given.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > LONGEST_AGE:
        raise NotSigned("The timestamp is missing, or too old")
    wanted = sign(secret, given.get("webhook-id", ""), timestamp, body).encode()
    if not any(hmac.compare_digest(wanted, each.encode()) for each in given.get("webhook-signature", "").split()):
        raise NotSigned("No signature is that of the secret")
    return json.loads(body)

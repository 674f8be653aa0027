"""The calls of a software to a hub."""
import base64
import hashlib
import json
import os
import re
import shutil
import time
import uuid
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

ATTEMPTS = 4
LATER = {408, 429, 500, 502, 503, 504}
# The seconds that are waited at most: the hub asks for more when a limit of the day is reached, which people have to know.
LONGEST_WAIT = 60
# A call fails, and a download is cut, when the hub says nothing for so many seconds; five times as many while it takes a file.
LONGEST_SILENCE = 60
# The downloads that are cut and go on where they stopped.
CUTS = 5
FIRST_EVENTS = "/feed/v1/events?limit=100&wait=25"


class HubError(Exception):
    """Tells which call the hub has refused, and why; without a status it has not answered."""

    def __init__(self, message, status=None):
        super().__init__(message)
        self.status = status

    @classmethod
    def of(cls, method, path, answer):
        with answer:
            text = reason(answer.read().decode())
        help_page = re.search(r'<([^>]*)>; rel="help"', answer.headers.get("Link", ""))
        references = [f"X-Request-Id {answer.headers['X-Request-Id']}"] if "X-Request-Id" in answer.headers else []
        references += [f"help {help_page[1]}"] if help_page else []
        more = f" ({', '.join(references)})" if references else ""
        return cls(f"{method} {urlsplit(path).path}: {answer.status} {text}{more}", answer.status)


class NoRedirect(HTTPRedirectHandler):
    """Follows no redirection: a token is for the hub alone."""

    def redirect_request(self, *_):
        return None


class Hub:
    """A hub, as the software with one pair of credentials sees it. Each call has a token, says which software calls, and is patient."""

    def __init__(self, address, client_id, client_secret, editor, application, version, opener=None):
        """The opener of urllib reaches the hub in another way, for instance with a certificate of the software."""
        for name, value in {"HUB": address, "CLIENT_ID": client_id, "CLIENT_SECRET": client_secret}.items():
            if not value:
                raise ValueError(f"{name} is missing: the variable of the environment, or what is given to Hub")
        self.address = address
        self.client_id = client_id
        self.credentials = base64.b64encode(f"{client_id}:{client_secret}".encode()).decode()
        self.software = {"editorName": editor, "applicationName": application, "softwareVersion": version}
        self.opener = opener or build_opener(NoRedirect)
        self.token = None
        self.renewal = 0

    @classmethod
    def of_environment(cls, editor, application, version):
        """Returns the hub that the variables HUB, CLIENT_ID and CLIENT_SECRET of the environment name."""
        return cls(*map(os.environ.get, ("HUB", "CLIENT_ID", "CLIENT_SECRET")), editor, application, version)

    def json(self, method, path, body=None, key=None, query=()):
        """Calls an operation with JSON, and returns its answer; what is created has the key, so that it is not created twice."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        address = f"{path}?{urlencode(query, doseq=True)}" if query else path
        with self.call(method, address, headers, None if body is None else json.dumps(body).encode()) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def call(self, method, path, headers=None, body=None):
        """Sends a request, again with another token when this one is refused, and returns the answer, unless it is a refusal."""
        answer = self._signed(method, path, headers, body)
        if answer.status == 401:
            answer.close()
            self.token = None
            answer = self._signed(method, path, headers, body)
        if answer.status >= 300:
            raise HubError.of(method, path, answer)
        return answer

    def _signed(self, method, path, headers, body):
        return self._patiently(method, path, {**(headers or {}), "Authorization": f"Bearer {self._current()}"}, body)

    def _current(self):
        if self.token is None or time.monotonic() >= self.renewal:
            headers = {"Authorization": f"Basic {self.credentials}", "Content-Type": "application/x-www-form-urlencoded"}
            answer = self._patiently("POST", "/oauth2/token", headers, b"grant_type=client_credentials")
            if answer.status == 401:
                with answer:
                    text = reason(answer.read().decode())
                raise HubError(f"The hub refuses {self.client_id} and its secret (401 {text})", 401)
            if answer.status != 200:
                raise HubError.of("POST", "/oauth2/token", answer)
            with answer:
                given = json.load(answer)
            self.token = given["access_token"]
            self.renewal = time.monotonic() + given["expires_in"] - 60
        return self.token

    def _patiently(self, method, path, headers, body):
        """Sends a request again while the hub asks for patience: after Retry-After, or else after one, two and four seconds."""
        for attempt in range(1, ATTEMPTS + 1):
            seconds = 2 ** (attempt - 1)
            try:
                answer = self._once(method, path, headers, body)
            except (OSError, HTTPException) as gone:  # nobody knows whether it was done: it may be said again
                if attempt == ATTEMPTS:
                    raise HubError(f"{method} {urljoin(self.address, path)}: {gone}") from gone
            else:
                wait = answer.headers.get("Retry-After", "")
                seconds = int(wait) if wait.isdigit() else seconds
                if attempt == ATTEMPTS or answer.status not in LATER or seconds > LONGEST_WAIT:
                    return answer
                answer.close()
            time.sleep(seconds)

    def _once(self, method, path, headers, body):
        request = Request(urljoin(self.address, path), method=method, headers={**headers, **self.software})
        try:
            if isinstance(body, Path):
                request.add_header("Content-Length", str(body.stat().st_size))
                with body.open("rb") as data:
                    return self.opener.open(request, data, LONGEST_SILENCE * 5)
            return self.opener.open(request, body, LONGEST_SILENCE)
        except HTTPError as refused:
            return refused

    def send(self, path, file):
        """Sends a file of any size, with its digest; once more when other bytes have come."""
        headers = {"Content-Type": "application/octet-stream", "digest": digest(file)}
        for attempt in range(2):
            try:
                self.call("PUT", path, headers, Path(file)).close()
                return
            except HubError as refused:
                if "Attachment is already received" in str(refused):  # before: the other party sees it
                    return
                if refused.status != 400 or attempt == 1:
                    raise

    def receive(self, path, file):
        """Receives a file of any size. It is there once its digest is right; what was cut goes on where it stopped."""
        part = Path(f"{file}.part")
        part.unlink(missing_ok=True)
        for cuts in range(CUTS + 1):
            headers = {"Range": f"bytes={part.stat().st_size}-"} if part.exists() else {}
            answer = self.call("GET", path, headers)
            try:
                write(answer, part)
            except (OSError, HTTPException):
                if cuts == CUTS:
                    raise
                continue
            if digest(part) != answer.headers["digest"]:
                raise OSError(f"The digest of {path} is another")
            part.replace(file)
            return

    def follow(self, place, work):
        """Waits for events up to 25 seconds, and does their work; the place in the feed, a file, moves once it is done.

        Returns False when events may be missing: read the notifications once, then go on.
        """
        place = Path(place)
        try:
            with self.call("GET", place.read_text() if place.exists() else FIRST_EVENTS) as answer:
                events = json.load(answer)
        except HubError as refused:
            if refused.status != 410:
                raise
            place.unlink(missing_ok=True)
            return False
        for event in events:
            work(event)
        place.write_text(re.match("<(.*?)>", answer.headers["Link"])[1])
        return True


def write(answer, part):
    """Writes what comes, from the beginning or after what is there; urllib does not say that less has come than announced."""
    with answer, part.open("ab" if answer.status == 206 else "wb") as target:
        begin = target.tell()
        shutil.copyfileobj(answer, target)
        if target.tell() - begin < int(answer.headers.get("Content-Length", 0)):
            raise OSError("The answer is cut")


def reason(text):
    """Returns the texts of an answer, those of the API or those of the token's."""
    try:
        said = json.loads(text or "{}")
        return ", ".join([each["message"] for each in said.get("errors", [])] + [said[name] for name in ["error"] if name in said])
    except (ValueError, AttributeError, KeyError, TypeError):
        return text[:500]


def digest(file):
    """Returns the SHA-256 of a file as the hub writes it, in base64."""
    sha256 = hashlib.sha256()
    with open(file, "rb") as content:
        for piece in iter(lambda: content.read(1 << 20), b""):
            sha256.update(piece)
    return base64.b64encode(sha256.digest()).decode()

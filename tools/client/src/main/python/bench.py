"""A service without people: it answers each télédossier of the test bench as the bench wants it. Run it while the bench runs.

It follows the feed, and reads its queue with each event, or after a second.
"""
import hashlib
import json
import os
from pathlib import Path

from hubee_client import Hub, HubError, SiConnector

FOLDER = Path(os.environ.get("FOLDER", "files"))
answers = []


def key(text):
    """Returns the same key for the same answer."""
    return hashlib.sha256(text.encode()).hexdigest()


def imports(received, files):
    wants = json.loads(received["partnerAttributes"] or "{}").get("wants")
    again = key(f"{received['id']} {received['updateDateTime']}")
    if wants == "DONE_WITH_FILE":
        first = received["attachments"][0]
        file = files / first["id"]
        attachment = {"fileName": "reponse", "type": first["type"], "mimeType": first["mimeType"], "size": file.stat().st_size}
        answers.append(lambda: si.answer_with(received["id"], {"caseNewStatus": "DONE"}, attachment, file, again))
    elif wants:
        answers.append(lambda: si.answer(received["id"], {"caseNewStatus": wants}, again))


def reads(case_id, event, files):
    if event["caseNewStatus"] == "HUBEE_NOTIFIED" or event["actionType"] == "ATTACH_DEPOSIT":
        answers.append(lambda: si.answer(case_id, {"caseNewStatus": "DONE"}, key(event["id"])))


hub = Hub.of_environment("HubEE", "hubee-client", "1.0.0")
si = SiConnector(hub, FOLDER, imports, reads)
place = FOLDER / "place"
FOLDER.mkdir(parents=True, exist_ok=True)
followed = False
while True:
    si.round()
    try:
        while answers:
            answers[0]()
            del answers[0]
    except HubError as refused:
        print(refused, flush=True)  # it is given again in the next round, with the same key
    if not followed:
        place.write_text("/feed/v1/events?limit=100&wait=1")
    followed = hub.follow(place, lambda event: None)

"""A connector of an instructing service, to copy."""
from pathlib import Path

from .hub import HubError
from .notifications import API, CannotImport, is_gone, log, read_queue

LONGEST_MESSAGE = 1000


class SiConnector:
    """Connects the software of an instructing service (SI) to a hub.

    A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is said
    twice, since what is said has the notification's identifier as its key.
    """

    def __init__(self, hub, folder, imports, reads, lost=lambda case_id, reason: None, failed=log, process_codes=()):
        """
        folder: keeps the files of each télédossier; each has its identifier as its name
        imports(case, files): imports a télédossier, which may come again; after an error it does, unless it is CannotImport
        reads(case_id, event, files): reads what the operator says: a message, another status, or files
        lost(case_id, reason): the hub has purged the case or one of its files, which will not come
        failed(notification, failure): a notification stays in the queue; without it, the log is told
        process_codes: the only démarches that are dealt with; all without it
        """
        self.hub, self.folder, self.imports, self.reads = hub, Path(folder), imports, reads
        self.lost, self.failed, self.process_codes = lost, failed, process_codes

    def round(self):
        """Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event."""
        read_queue(self.hub, self.process_codes, self.failed, self._deal_with)

    def _deal_with(self, notification):
        case_id, event_id = notification["caseId"], notification["eventId"]
        try:
            if event_id is None:
                received = self.hub.json("GET", f"{API}/cases/{case_id}")
                self.imports(received, self._receive(case_id, "", received["attachments"]))
                self.answer(case_id, {"caseNewStatus": "SI_RECEIVED"}, notification["id"])
            elif notification["eventStatus"] != "RECEIVED":
                self._listen(case_id, event_id)
        except CannotImport as invalid:
            self._refuse(case_id, str(invalid), notification["id"])
        except HubError as refused:
            if not is_gone(refused):
                raise
            self.lost(case_id, str(refused))

    def _listen(self, case_id, event_id):
        event = self.hub.json("GET", f"{API}/cases/{case_id}/events/{event_id}")
        self.reads(case_id, event, self._receive(case_id, f"/events/{event_id}", event["attachments"]))
        self.hub.json("PATCH", f"{API}/cases/{case_id}/events/{event_id}", {"status": "RECEIVED"})

    def _receive(self, case_id, event, attachments):
        """Receives the files of an event, or of the case, and returns their folder. A file that has not come yet is notified once it comes."""
        files = self.folder / case_id
        files.mkdir(parents=True, exist_ok=True)
        for attachment in attachments or []:
            if attachment.get("status") == "PENDING":
                continue
            try:
                self.hub.receive(f"{API}/cases/{case_id}{event}/attachments/{attachment['id']}", files / attachment["id"])
            except HubError as refused:
                if not is_gone(refused):
                    raise
                self.lost(case_id, f"{attachment['fileName']}: {refused}")
                raise CannotImport(f"Le fichier « {attachment['fileName']} » n’est plus dans HubEE") from refused
        return files

    def _refuse(self, case_id, reason, key):
        """Says that nothing more can be done, with the reason if the démarche allows messages."""
        try:
            self.answer(case_id, {"caseNewStatus": "SI_INTG_ERROR", "message": reason[:LONGEST_MESSAGE]}, key)
        except HubError as refused:
            if refused.status != 400:
                raise
            self.answer(case_id, {"caseNewStatus": "SI_INTG_ERROR"}, key)

    def answer(self, case_id, said, key):
        """Answers the operator. The key is new for each answer, and the same when it is said again."""
        event = {"actionType": "STATUS_UPDATE", "notification": True, **said}
        return self.hub.json("POST", f"{API}/cases/{case_id}/events", event, key)

    def answer_with(self, case_id, said, attachment, file, key):
        """Answers with a file, of a type that the démarche lets a service send."""
        event = self.answer(case_id, {**said, "actionType": "ATTACH_DEPOSIT", "attachments": [attachment]}, key)
        path = f"{API}/cases/{case_id}/events/{event['id']}"
        self.hub.send(f"{path}/attachments/{event['attachments'][0]['id']}", file)
        self.hub.json("PATCH", path, {"status": "SENT"})

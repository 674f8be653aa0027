"""A connector of an operator, to copy."""
from pathlib import Path

from .hub import HubError
from .notifications import API, is_gone, log, read_queue


class OperatorConnector:
    """Connects the software of an operator (OSL) to a hub: it deposits télédossiers, reads the answers, and closes what is finished."""

    def __init__(self, hub, folder, reads, lost=lambda case_id, reason: None, failed=log, process_codes=()):
        """
        folder: keeps the folder of each case that is not closed, and the files that come
        reads(case_id, event, files): reads an answer of a service, which may come again; each file has its identifier as its name
        lost(case_id, reason): the hub has purged the case or a file of an answer, which will not come
        failed(notification, failure): a notification stays in the queue; without it, the log is told
        process_codes: the only démarches that are dealt with; all without it
        """
        self.hub, self.folder, self.reads = hub, Path(folder), reads
        self.lost, self.failed, self.process_codes = lost, failed, process_codes

    def deposit(self, wanted, files):
        """Deposits a folder: until the last call nobody sees anything. It may be deposited again, also when only the last answer was lost.

        files(attachment): gives the file of each announced one
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        deposited = self.hub.json("POST", f"{API}/folders", wanted, wanted["externalId"])
        folder = f"{API}/folders/{deposited['id']}"
        for attachment in deposited["attachments"]:
            self.hub.send(f"{folder}/attachments/{attachment['id']}", files(attachment))
        for attachment in self.hub.json("GET", folder)["attachments"]:
            if attachment["status"] != "RECEIVED":
                raise OSError(f"{attachment['fileName']} is {attachment['status']}")
        for case in deposited["cases"]:
            (self.folder / case["id"]).write_text(deposited["id"])
        self.hub.json("PATCH", folder, {"globalStatus": "HUBEE_COMPLETED"})
        return deposited

    def round(self):
        """Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event."""
        read_queue(self.hub, self.process_codes, self.failed, self._deal_with)

    def _deal_with(self, notification):
        try:
            if notification["eventStatus"] != "RECEIVED":
                self._listen(notification["caseId"], notification["eventId"])
        except HubError as refused:
            if not is_gone(refused):
                raise
            self.lost(notification["caseId"], str(refused))

    def _listen(self, case_id, event_id):
        path = f"{API}/cases/{case_id}/events/{event_id}"
        event = self.hub.json("GET", path)
        files = self.folder / "files" / case_id
        files.mkdir(parents=True, exist_ok=True)
        for attachment in event["attachments"] or []:
            self.hub.receive(f"{path}/attachments/{attachment['id']}", files / attachment["id"])
        self.reads(case_id, event, files)
        self.hub.json("PATCH", path, {"status": "RECEIVED"})
        if event["caseNewStatus"] in ("DONE", "REFUSED"):
            self._close(case_id)

    def _close(self, case_id):
        """Closes a case, and its folder with the last one."""
        place = self.folder / case_id
        if not place.exists():
            return  # of other software, or closed already
        self.hub.json("PATCH", f"{API}/cases/{case_id}", {"status": "CLOSED"})
        folder = f"{API}/folders/{place.read_text()}"
        if all(case["status"] == "CLOSED" for case in self.hub.json("GET", folder)["cases"]):
            self.hub.json("PATCH", folder, {"globalStatus": "CLOSED"})
        place.unlink()

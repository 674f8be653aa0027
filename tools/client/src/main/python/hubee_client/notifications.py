"""The queue of an organisation."""
import logging

from .hub import HubError

API = "/teledossiers/v1"
PAGE = 25


class CannotImport(Exception):
    """Says that a télédossier can never be imported: its operator is told so, with the reason. Any other error may pass."""


def log(notification, failure):
    """Writes into the log why a notification stays."""
    text = "The notification %s of the case %s stays in the queue: %s"
    logging.getLogger("hubee_client").warning(text, notification["id"], notification["caseId"], failure, exc_info=failure)


def read_queue(hub, process_codes, failed, deal_with):
    """Does what the notifications ask for, and deletes what is done. One that fails stays for the next round, and does not stop the others."""
    left = set()
    read = wanted = PAGE
    while read == wanted:
        wanted = PAGE + len(left)  # what is left comes again with each page
        query = {"maxResult": wanted, "eventDetails": "true", "processCode": list(process_codes)}
        notifications = hub.json("GET", f"{API}/notifications", query=query)
        for notification in notifications:
            if notification["id"] in left:
                continue
            try:
                deal_with(notification)
                hub.json("DELETE", f"{API}/notifications/{notification['id']}")
            except Exception as failure:  # whatever the program of the caller throws
                left.add(notification["id"])
                failed(notification, failure)
        read = len(notifications)


def is_gone(failure):
    """Says whether something is not in the hub any more."""
    return isinstance(failure, HubError) and failure.status == 404

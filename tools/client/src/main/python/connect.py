import time

from hubee_client import Hub, HubError, SiConnector

imported = []  # yours is a table


def imports(received, files):
    print(f"{received['externalId']} is in {files}")
    imported.append(received["id"])


def reads(case_id, event, files):
    print(f"{case_id}: {event['message']}")


hub = Hub.of_environment("Ponant", "Connecteur", "1.0")
connector = SiConnector(hub, "files", imports, reads)
while True:
    try:
        connector.round()
    except HubError as away:
        print(away)  # the hub is away: what is left comes in the next round
    for case_id in imported.copy():
        try:
            connector.answer(case_id, {"caseNewStatus": "DONE"}, case_id)  # once somebody has decided
            imported.remove(case_id)
        except HubError as refused:
            print(refused)  # the others are answered all the same
    time.sleep(1)  # five minutes, in production

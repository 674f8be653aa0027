"""An operator without people: it starts scenarios of the test bench, and deposits a télédossier when one of them begins."""
import json
import os
import sys
import time
import uuid
from pathlib import Path

from hubee_client import Hub, HubError, OperatorConnector

FOLDER = Path(os.environ.get("FOLDER", "deposits"))
for name in ("HUB", "CLIENT_ID", "CLIENT_SECRET", "PROCESS", "TYPE", "RECIPIENTS"):
    if name not in os.environ:
        sys.exit(f"{name} is missing in the environment")
CONTENT = "<demande>" + "une demande " * 10_000 + "</demande>"
announced = None


def folder():
    """Announces a télédossier. RECIPIENTS are SIRET and branch code of each, 99000200800011-99000."""
    external_id = str(uuid.uuid4())[:13]
    cases = []
    for i, recipient in enumerate(os.environ["RECIPIENTS"].split(",")):
        company_register, branch_code = recipient.split("-")
        organization = {"type": "SI", "companyRegister": company_register, "branchCode": branch_code}
        cases.append({"externalId": f"{external_id}-{i}", "recipient": organization})
    attachment = {"fileName": "demande.xml", "type": os.environ["TYPE"], "mimeType": "application/xml", "size": len(CONTENT)}
    attachment["recipients"] = [case["externalId"] for case in cases]
    applicant = {"firstName": "Camille", "lastName": "Exemple"}
    return {
        "externalId": external_id,
        "processCode": os.environ["PROCESS"],
        "applicant": applicant,
        "cases": cases,
        "attachments": [attachment],
    }


def deposit():
    """Deposits one; when that fails, the same again a moment later."""
    global announced
    announced = announced or folder()
    try:
        operator.deposit(announced, lambda attachment: file)
        announced = None
    except (HubError, OSError) as refused:
        print(refused)


hub = Hub.of_environment("HubEE", "hubee-client", "1.0.0")
FOLDER.mkdir(parents=True, exist_ok=True)
file = FOLDER / "request.xml"
file.write_text(CONTENT)
operator = OperatorConnector(hub, FOLDER, lambda case_id, event, files: None)
scenarios = sys.argv[1:]
run = hub.json("POST", "/bench/v1/runs", {"scenarios": scenarios} if scenarios else {"profile": "OSL"})
while run["state"] == "RUNNING":
    for scenario in run["scenarios"]:
        # the bench has not seen a deposit yet; the first step may be what will go wrong with it
        begins = any(step["state"] == "WAITING" for step in scenario["steps"][:2])
        if scenario["state"] == "RUNNING" and begins:
            deposit()
    operator.round()
    time.sleep(1)
    run = hub.json("GET", f"/bench/v1/runs/{run['id']}")
print(json.dumps(run, indent=2, ensure_ascii=False))
sys.exit(run["state"] != "PASSED")

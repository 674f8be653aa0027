package fr.hubee.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Tells when all works again: it announces folders that are never completed, and sends their file. */
final class Probe {
    private static final byte[] FILE = "<demande/>".getBytes(StandardCharsets.UTF_8);

    private final Hub hub;
    private final Software software;
    private int count;

    /** @param software of the operator, whose calls are not part of the history */
    Probe(Hub hub, Software software) {
        this.hub = hub;
        this.software = software;
    }

    /**
     * Returns the milliseconds until the proxy sends to both nodes, a call that needs the database succeeds, and a file is received; null when
     * that took too long.
     */
    Long recovery() throws InterruptedException, IOException {
        long begin = System.nanoTime();
        while (since(begin) <= 2 * Rules.LONGEST_RECOVERY_MS) {
            if (hub.isWhole() && isFound() && receives()) {
                return since(begin);
            }
            Thread.sleep(100);
        }
        return null;
    }

    private static long since(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private boolean isFound() throws InterruptedException {
        return software.get("/folders/00000000-0000-7000-8000-000000000000").status() == 404;
    }

    private boolean receives() throws InterruptedException {
        var number = "CHAOS-PROBE-" + ++count;
        var announced = software.repeat("POST", "/folders", folder(number), number);
        if (announced.outcome() != Outcome.DONE) {
            return false;
        }
        var place = "/folders/" + announced.json().path("id").asText() + "/attachments/"
                + announced.json().at("/attachments/0/id").asText();
        return software.upload(place, FILE).outcome() != Outcome.UNKNOWN; // refused when it had been received already
    }

    private static String folder(String number) {
        var town = Town.VALBOURG;
        return """
                {"externalId": "%s", "processCode": "EtatCivil",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": null},
                 "cases": [{"externalId": "%1$s-1", "recipient": {"type": "SI", "companyRegister": "%s", "branchCode": "%s"}}],
                 "attachments": [{"fileName": "demande.xml", "type": "ActeEtatCivil-XML", "size": %d, "mimeType": "application/xml",
                   "recipients": ["%1$s-1"]}]}""".formatted(number, town.companyRegister(), town.branchCode(), FILE.length);
    }
}

package fr.hubee.chaos;

import fr.hubee.chaos.History.Complement;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Notice;
import fr.hubee.chaos.History.Span;
import fr.hubee.chaos.History.Written;
import fr.hubee.chaos.Software.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** An operator that deposits, sends messages, and reads what it is notices. */
final class OperatorWork {
    static final String PARTY = "OSL";

    private static final List<Town> TOWNS = List.of(Town.values());
    private static final int LARGEST_FILE = 100_000;

    private final Software software;
    private final History history;
    private final Random random;
    private final String name;
    private final List<String> cases = new ArrayList<>();
    private int count;

    OperatorWork(Software software, History history, long seed, String name) {
        this.software = software;
        this.history = history;
        this.random = new Random(seed);
        this.name = name;
    }

    /** Deposits one folder, or begins one and leaves it; sometimes it writes to an earlier one, closes it, or opens it again. */
    void step() throws InterruptedException {
        deposit();
        if (!cases.isEmpty() && random.nextInt(3) == 0) {
            write(cases.get(random.nextInt(cases.size())));
        }
        if (!cases.isEmpty() && random.nextInt(5) == 0) {
            complete(cases.get(random.nextInt(cases.size())));
        }
        if (!cases.isEmpty() && random.nextInt(5) == 0) {
            close(cases.get(random.nextInt(cases.size())));
        }
    }

    private void deposit() throws InterruptedException {
        var number = "CHAOS-" + name + "-" + ++count;
        var town = TOWNS.get(random.nextInt(TOWNS.size()));
        var files = new ArrayList<byte[]>();
        for (int file = random.nextInt(3); file >= 0; file--) {
            files.add(file());
        }
        var leaves = random.nextInt(10) == 0;
        var unknown = new Deposit(number, town.branchCode(), Outcome.UNKNOWN, null, null, Map.of(), Outcome.NOT_TRIED);
        history.note(unknown);
        long begin = System.nanoTime();
        var announced = software.repeat("POST", "/folders", json(number, town, files), number);
        history.announced(new Span(number, begin, System.nanoTime()));
        if (announced.outcome() != Outcome.DONE) {
            history.note(new Deposit(
                    number, town.branchCode(), announced.outcome(), null, null, Map.of(), Outcome.NOT_TRIED));
            return;
        }
        var folder = announced.json().path("id").asText();
        var theCase = announced.json().at("/cases/0/id").asText();
        var sent = new HashMap<String, String>();
        boolean all = true;
        for (int place = 0; place < files.size(); place++) {
            var file = announced.json().at("/attachments/" + place + "/id").asText();
            var answer = send("/folders/" + folder + "/attachments/" + file, files.get(place));
            all &= answer.outcome() == Outcome.DONE;
            sent.put(file, sha256(files.get(place)));
        }
        var deposit = new Deposit(number, town.branchCode(), Outcome.DONE, folder, theCase, sent, Outcome.NOT_TRIED);
        history.note(deposit);
        if (all && !leaves) {
            history.note(completed(deposit, Outcome.UNKNOWN));
            var answer =
                    software.repeat("PATCH", "/folders/" + folder, "{\"globalStatus\": \"HUBEE_COMPLETED\"}", null);
            history.note(completed(deposit, confirmed(answer, "/folders/" + folder, "globalStatus", "HUBEE_RECEIVED")));
            cases.add(theCase);
        }
    }

    /** One file in three is sent in pieces. */
    private Answer send(String place, byte[] file) throws InterruptedException {
        return random.nextInt(3) == 0
                ? software.resume(place, file, 1 + file.length / (1 + random.nextInt(4)))
                : software.upload(place, file);
    }

    /** A repeated call may be refused because it was done at first: a second look tells. */
    private Outcome confirmed(Answer answer, String place, String field, String before) throws InterruptedException {
        if (answer.outcome() != Outcome.REFUSED) {
            return answer.outcome();
        }
        var now = software.repeat("GET", place, null, null);
        if (now.outcome() != Outcome.DONE) {
            return Outcome.UNKNOWN;
        }
        return now.json().path(field).asText().equals(before) ? Outcome.REFUSED : Outcome.DONE;
    }

    private static Deposit completed(Deposit deposit, Outcome outcome) {
        return new Deposit(
                deposit.number(),
                deposit.town(),
                deposit.announced(),
                deposit.folderId(),
                deposit.caseId(),
                deposit.files(),
                outcome);
    }

    private void write(String caseId) throws InterruptedException {
        var text = name + "-" + ++count;
        history.note(new Written(text, caseId, PARTY, null, Outcome.UNKNOWN));
        var answer = software.repeat("POST", "/cases/" + caseId + "/events", message(text), text);
        history.note(new Written(text, caseId, PARTY, null, answer.outcome()));
    }

    /** Sends a file that was missing. */
    private void complete(String caseId) throws InterruptedException {
        var text = name + "-" + ++count;
        var bytes = file();
        history.note(new Written(text, caseId, PARTY, null, Outcome.REFUSED)); // until it is sent
        var announced =
                software.repeat("POST", "/cases/" + caseId + "/events", """
                {"actionType": "ATTACH_DEPOSIT", "author": "%s", "notification": true, "attachments": [
                  {"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d, "mimeType": "application/xml"}]}""".formatted(text, bytes.length), text);
        if (announced.outcome() != Outcome.DONE) {
            return;
        }
        var event =
                "/cases/" + caseId + "/events/" + announced.json().path("id").asText();
        var file = announced.json().at("/attachments/0/id").asText();
        if (send(event + "/attachments/" + file, bytes).outcome() == Outcome.DONE) {
            history.note(new Complement(text, file, sha256(bytes)));
            history.note(new Written(text, caseId, PARTY, null, Outcome.UNKNOWN));
            var sent = software.repeat("PATCH", event, "{\"status\": \"SENT\"}", null);
            var outcome = confirmed(sent, event, "status", "IN_PROGRESS");
            history.note(new Written(text, caseId, PARTY, null, outcome));
        }
    }

    private void close(String caseId) throws InterruptedException {
        change(caseId, "CLOSED");
        if (random.nextBoolean()) {
            change(caseId, "HUBEE_NOTIFIED");
        } else {
            cases.remove(caseId);
            history.closed(caseId);
        }
    }

    private void change(String caseId, String status) throws InterruptedException {
        var text = name + "-" + ++count;
        history.note(new Written(text, caseId, PARTY, status, Outcome.UNKNOWN));
        var answer = software.repeat("POST", "/cases/" + caseId + "/events", status(text, status), text);
        history.note(new Written(text, caseId, PARTY, status, answer.outcome()));
    }

    static String status(String text, String status) {
        return "{\"actionType\": \"STATUS_UPDATE\", \"author\": \"%s\", \"notification\": true, \"caseNewStatus\": \"%s\"}"
                .formatted(text, status);
    }

    static String message(String text) {
        return "{\"actionType\": \"SENDING_MESSAGE\", \"author\": \"%s\", \"message\": \"invented\", \"notification\": true}"
                .formatted(text);
    }

    /** Reads the queue once, and deletes what it has read. */
    void read() throws InterruptedException {
        var answer = software.get("/notifications?maxResult=25");
        if (answer.status() != 200) {
            return;
        }
        for (var one : answer.json()) {
            history.note(new Notice(
                    PARTY,
                    "queue",
                    one.path("caseId").asText(),
                    one.path("eventId").asText()));
            software.repeat("DELETE", "/notifications/" + one.path("id").asText(), null, null);
        }
    }

    private byte[] file() {
        var noise = new byte[1 + random.nextInt(LARGEST_FILE)];
        random.nextBytes(noise);
        return ("<demande>" + HexFormat.of().formatHex(noise) + "</demande>").getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String number, Town town, List<byte[]> files) {
        var attachments =
                files.stream().map(file -> """
                        {"fileName": "demande.xml", "type": "ActeEtatCivil-XML", "size": %d, "mimeType": "application/xml",
                         "recipients": ["%s-1"]}""".formatted(file.length, number)).collect(Collectors.joining(", "));
        return """
                {"externalId": "%s", "processCode": "EtatCivil",
                 "applicant": {"firstName": "Camille", "lastName": "Exemple", "email": null},
                 "cases": [{"externalId": "%1$s-1", "recipient": {"type": "SI", "companyRegister": "%s", "branchCode": "%s"}}],
                 "attachments": [%s]}""".formatted(number, town.companyRegister(), town.branchCode(), attachments);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

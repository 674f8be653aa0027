package fr.hubee.clients.bench;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.clients.bench.Scenario.Step;
import fr.hubee.clients.bench.ScriptedPartner.Refused;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A case of a run, and what the partner does with it.
 *
 * @param files those of the case, with their sizes
 * @param partner the other party
 */
record PlayedCase(UUID folder, UUID id, String process, Map<UUID, Long> files, ScriptedPartner partner) {
    private static final String API = "/teledossiers/v1";

    /** Announces a folder with one case for that service, and sends its files. */
    static PlayedCase deposited(
            ScriptedPartner operator,
            Step step,
            String scenario,
            String code,
            ProcessDetails process,
            OrganizationKey recipient)
            throws Refused, InterruptedException {
        var number = "BANC-" + UuidV7.next().toString().substring(24);
        var files = generated(step, process.attachments().formats(), process);
        var wants = ScriptedPartner.text(json("scenario", scenario, "wants", step.wants()));
        var received = json("externalId", number, "partnerAttributes", wants, "recipient", recipient);
        var applicant = json("firstName", step.firstName(), "lastName", step.lastName());
        var folder =
                json("externalId", number, "processCode", code, "applicant", applicant, "cases", List.of(received));
        folder.put("attachments", announced(files, process, number));
        var made = operator.send("POST", API + "/folders", folder);
        upload(operator, API + "/folders/" + id(made), made, files);
        return new PlayedCase(id(made), id(made.at("/cases/0")), code, files(made), operator);
    }

    /** Tells the service. */
    void complete() throws Refused, InterruptedException {
        setFolder(byHub("COMPLETED"));
    }

    private String path() {
        return API + "/cases/" + id;
    }

    JsonNode read() throws Refused, InterruptedException {
        return partner.get(path());
    }

    static Stream<JsonNode> events(JsonNode read, Predicate<JsonNode> condition) {
        return StreamSupport.stream(read.path("events").spliterator(), false).filter(condition);
    }

    private Optional<JsonNode> last(Predicate<JsonNode> condition) throws Refused, InterruptedException {
        return events(read(), condition).reduce((former, later) -> later);
    }

    /** @param status null when it stays */
    JsonNode say(String action, String status, String message, Object files) throws Refused, InterruptedException {
        var event = json("actionType", action, "caseNewStatus", status, "message", message, "attachments", files);
        event.put("author", BenchWatch.PARTNER);
        event.put("notification", true);
        return partner.send("POST", path() + "/events", event);
    }

    /** Announces files and sends them; {@link #sent} says that they are there. */
    JsonNode complement(Step step, List<String> formats, ProcessDetails process) throws Refused, InterruptedException {
        var files = generated(step, formats, process);
        var status = step.status() == null ? null : step.status().get(0);
        var made = say("ATTACH_DEPOSIT", status, step.message(), announced(files, process, null));
        upload(partner, path(made), made, files);
        return made;
    }

    void sent(JsonNode event) throws Refused, InterruptedException {
        patch(event, "SENT");
    }

    /** Confirms the last event of the software. */
    void confirm(OrganizationKey software) throws Refused, InterruptedException {
        var last =
                last(event -> text(event.path("transmitter"), "companyRegister").equals(software.companyRegister())
                        && text(event.path("transmitter"), "type")
                                .equals(software.type().name()));
        if (last.isPresent()) {
            patch(last.get(), "RECEIVED");
        }
    }

    void close() throws Refused, InterruptedException {
        partner.send("PATCH", path(), json("status", "CLOSED"));
        setFolder("CLOSED");
    }

    /** Reopens the case by an event: the service is notified. */
    void reopen(String message) throws Refused, InterruptedException {
        say("STATUS_UPDATE", byHub("NOTIFIED"), message, null);
        setFolder(byHub("NOTIFIED"));
    }

    /** Reads the case as the service that it is for, each file to its end, and takes it out of the queue. */
    void fetch() throws Refused, InterruptedException {
        var read = read();
        var broken = broken(path(), read);
        if (broken.isPresent()) {
            throw new Refused("GET " + path(), 0, broken.get() + ": other bytes than announced");
        }
        for (var waiting : partner.get(API + "/notifications?maxResult=1000")) {
            if (text(waiting, "caseId").equals(text(read, "id"))) {
                partner.delete(API + "/notifications/" + id(waiting));
            }
        }
    }

    /** Reads the files of the last event that has some; returns what is wrong with them. */
    Optional<BenchText> wrongFiles() throws Refused, InterruptedException {
        var last = last(event -> !event.path("attachments").isEmpty());
        return last.isEmpty()
                ? Optional.of(BenchText.of("NO_FILE"))
                : broken(path(last.get()), last.get()).map(name -> BenchText.of("BROKEN_FILE", name));
    }

    /** Returns the name of a file that is not whole, of a case or an event. */
    private Optional<String> broken(String path, JsonNode json) throws Refused, InterruptedException {
        for (var file : json.path("attachments")) {
            if (!partner.isWhole(
                    path + "/attachments/" + text(file, "id"), file.path("size").asLong())) {
                return Optional.of(text(file, "fileName"));
            }
        }
        return Optional.empty();
    }

    private String path(JsonNode event) {
        return path() + "/events/" + text(event, "id");
    }

    private void patch(JsonNode event, String status) throws Refused, InterruptedException {
        partner.send("PATCH", path(event), json("status", status));
    }

    private void setFolder(String status) throws Refused, InterruptedException {
        partner.send("PATCH", API + "/folders/" + folder, json("globalStatus", status));
    }

    /** Returns a status that only the hub has a word for. */
    private static String byHub(String status) {
        return "HUBEE_" + status;
    }

    private static List<GeneratedFile> generated(Step step, List<String> formats, ProcessDetails process) {
        var mark = UuidV7.next().toString();
        int count =
                step.names() == null ? Math.max(1, step.files()) : step.names().size();
        return IntStream.range(0, count)
                .mapToObj(i -> GeneratedFile.of(
                        formats,
                        step.names() == null ? "piece-" + (i + 1) : step.names().get(i),
                        mark + "-" + i,
                        Math.min(step.size(), process.attachments().maxSize())))
                .toList();
    }

    private static List<Object> announced(List<GeneratedFile> files, ProcessDetails process, String recipient) {
        var type = process.attachments().types().get(0);
        var to = Stream.ofNullable(recipient).toList();
        return files.stream().<Object>map(file -> announced(file, type, to)).toList();
    }

    private static Map<String, Object> announced(GeneratedFile file, String type, List<String> to) {
        return json(
                "fileName", file.name(), "type", type, "size", file.size(), "mimeType", file.type(), "recipients", to);
    }

    private static void upload(ScriptedPartner partner, String path, JsonNode made, List<GeneratedFile> files)
            throws Refused, InterruptedException {
        for (int i = 0; i < files.size(); i++) {
            partner.put(path + "/attachments/" + id(made.at("/attachments/" + i)), files.get(i));
        }
    }

    /** Returns fields and their values, without those that are null. */
    private static Map<String, Object> json(Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                fields.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return fields;
    }

    static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    static UUID id(JsonNode json) {
        return UUID.fromString(text(json, "id"));
    }

    /** Returns the files that a folder or an event announces, with their sizes. */
    static Map<UUID, Long> files(JsonNode json) {
        var files = new HashMap<UUID, Long>();
        json.path("attachments")
                .forEach(each -> files.put(id(each), each.path("size").asLong()));
        return files;
    }
}

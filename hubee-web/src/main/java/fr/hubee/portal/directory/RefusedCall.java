package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiCall;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.UuidV7;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads in the contract's text of a refusal what was wrong with the call, and where. */
record RefusedCall(ApiCall call) {
    /** Finds the part of the request, the field in it, and what is wrong with it. */
    private static final Pattern FINDING =
            Pattern.compile("\\[ERROR]\\[REQUEST]\\[\\w+ .*? @([\\w.]+)] (?:\\[Path '/([^']*)'] )?(.*)");

    private static final Pattern MISSING = Pattern.compile("(?<=[\\[,]\")[^\"]+(?=\"[,\\]])");

    /** Finds the démarche in the text of a rule; the last one is the contract's spelling. */
    private static final Pattern PROCESS = Pattern.compile("(?:\\bprocess|^Process|suscribed to) ([\\w-]+)");

    private static final String KEY = "header.Idempotency-Key";

    /** The places that the texts of rules mean, by their beginnings. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("Process ", "body/processCode"),
            Map.entry("Case recipient ", "body/cases/0/recipient"),
            Map.entry("Case externalId ", "body/cases/0/externalId"),
            Map.entry("Attachment recipient ", "body/attachments/0/recipients"),
            Map.entry("Attachment type ", "body/attachments/0/type"),
            Map.entry("Attachment format ", "body/attachments/0/mimeType"),
            Map.entry("Attachment size ", "body/attachments/0/size"),
            Map.entry("Case status ", "body/status"),
            Map.entry("Folder ", "body/globalStatus"),
            Map.entry("Idempotency-Key ", KEY));

    private static final Map<String, String> FIELDS_OF_EVENT = Map.of(
            "Event ATTACH_DEPOSIT ", "body/attachments",
            "Event SENDING_MESSAGE ", "body/actionType",
            "Event STATUS_UPDATE ", "body/actionType",
            "Attachment format ", "body/attachments/0/mimeType",
            "Attachment size ", "body/attachments/0/size",
            "Case status ", "body/caseNewStatus",
            "Idempotency-Key ", KEY);

    private String text() {
        return Optional.ofNullable(call.message()).orElse("");
    }

    /** Returns what was wrong, in the contract's words: « processCode @body: Instance value not found in enum ». */
    List<String> findings() {
        var found = FINDING.matcher(text()).results().map(RefusedCall::finding).toList();
        return found.isEmpty() && call.message() != null ? List.of(call.message()) : found;
    }

    private static String finding(MatchResult found) {
        var field = found.group(2) == null ? "" : found.group(2) + " ";
        return field + "@" + found.group(1) + ": " + found.group(3);
    }

    /** Returns the code of the démarche that the text names. */
    Optional<String> process() {
        return PROCESS.matcher(text()).results().map(found -> found.group(1)).findFirst();
    }

    /** Returns the reason's word, without the place that refused. */
    String reason() {
        return Optional.ofNullable(call.reason()).orElse("").split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Whether the contract's text begins so; a text of the test bench begins with its name. */
    boolean startsWith(String beginning) {
        return text().startsWith(beginning);
    }

    /** Returns how the software describes itself, and another key of a creation where the one that it sent was refused. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        var software = Optional.ofNullable(call.software());
        software.map(PartnerInfo::editorName).ifPresent(name -> headers.put("editorName", name));
        software.map(PartnerInfo::applicationName).ifPresent(name -> headers.put("applicationName", name));
        software.map(PartnerInfo::softwareVersion).ifPresent(version -> headers.put("softwareVersion", version));
        if (startsWith("Idempotency-Key ")) {
            headers.put("Idempotency-Key", UuidV7.next().toString());
        }
        return headers;
    }

    /** Returns the places in the request of what was wrong: « body/cases/0/externalId ». */
    List<String> places() {
        boolean event = Correction.EVENT.equals(call.operation());
        var ofRule = (event ? FIELDS_OF_EVENT : FIELDS)
                .entrySet().stream()
                        .filter(each -> text().startsWith(each.getKey()))
                        .map(Map.Entry::getValue);
        return Stream.concat(FINDING.matcher(text()).results().flatMap(RefusedCall::places), ofRule)
                .toList();
    }

    private static Stream<String> places(MatchResult found) {
        var place = found.group(1) + (found.group(2) == null ? "" : "/" + found.group(2));
        return found.group(3).startsWith("Object has missing required properties")
                ? MISSING.matcher(found.group(3)).results().map(name -> place + "/" + name.group())
                : Stream.of(place);
    }
}

package fr.hubee.api.http;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Names a call that no operation of an API takes: its method and its path, of which only the API's own words are kept. */
final class UnknownOperation {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The fixed steps of all paths of the APIs; any other step may be an identifier or a name. */
    private static final Set<String> WORDS = Set.of(
            "attachments",
            "attachmentsIdsForPurge",
            "attempts",
            "cases",
            "caught-up",
            "certificates",
            "deletionCertificates",
            "endpoints",
            "events",
            "folders",
            "idsPurged",
            "keys",
            "migrate",
            "notifications",
            "organizations",
            "pause",
            "processes",
            "proof",
            "receipts",
            "resume",
            "runs",
            "scenarios",
            "secret",
            "subscriptions",
            "test",
            "uploads",
            "verdicts");

    private static final String OTHER = "{id}";
    private static final int MOST_STEPS = 8;

    private UnknownOperation() {}

    /**
     * @param base path of the API
     * @param path below its base
     */
    static String name(String method, String base, String path) {
        return (METHODS.contains(method) ? method : "?") + " "
                + base.replaceFirst("/$", "")
                + Arrays.stream(path.split("/"))
                        .filter(step -> !step.isEmpty())
                        .limit(MOST_STEPS)
                        .map(step -> "/" + (WORDS.contains(step) ? step : OTHER))
                        .collect(Collectors.joining());
    }
}

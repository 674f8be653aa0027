package fr.hubee.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.kernel.shared.RefusalDetail;
import fr.hubee.kernel.trace.WorkId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A refusal as RFC 9457 writes it, for who asks for it beside JSON.
 *
 * @param detail the contract's text
 * @param instance the {@code X-Request-Id}
 * @param explanation what the contract's text does not say, with the next step; null for nothing
 * @param errors the contract's texts, when there are several
 */
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_NULL) String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> errors) {
    public static final String TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** A part of a refusal. */
    public record Finding(String detail) {}

    /** @param accept null without the header */
    public static boolean isAsked(String accept) {
        return accept != null && accept.contains(TYPE);
    }

    public static ProblemJson of(int status, String reason, List<String> texts) {
        return of(status, reason, null, texts);
    }

    /** @param detail null for none */
    public static ProblemJson of(int status, String reason, RefusalDetail detail, List<String> texts) {
        var findings = texts.stream()
                .flatMap(text -> text.lines().filter(line -> text.indexOf('\n') < 0 || line.startsWith("[ERROR]")))
                .map(Finding::new)
                .toList();
        return new ProblemJson(
                RefusalHelp.uri(reason),
                RefusalHelp.title(reason),
                status,
                texts.get(0),
                WorkId.current()
                        .map(id -> "urn:" + (id.matches(UUID_FORM) ? "uuid:" : "x-request-id:") + id)
                        .orElse(null),
                Optional.ofNullable(detail)
                        .flatMap(each -> RefusalHelp.sentence(each, Locale.ENGLISH))
                        .map(RefusalHelp.Sentence::text)
                        .orElse(null),
                findings.size() == 1 ? List.of() : findings);
    }

    /** Returns a refusal as a text, where no JAX-RS writes it. */
    public static String text(int status, String reason, String text) {
        try {
            return MAPPER.writeValueAsString(of(status, reason, List.of(text)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

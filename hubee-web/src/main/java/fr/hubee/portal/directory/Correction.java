package fr.hubee.portal.directory;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RefusalHelp.Asked;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rule by which a refused call gets a corrected request: only where HubEE knows enough to write one that would be accepted.
 *
 * @param scope of the software
 * @param secret whether a secret alone gets a token for the software
 * @param open whether the software may change now what the path names, a télédossier or an announced file; false for anything else
 * @param process of the call, or of the software
 * @param recipient to which folders of the démarche may be addressed
 */
record Correction(
        String scope,
        boolean secret,
        boolean open,
        Optional<KnownProcess> process,
        Optional<OrganizationKey> recipient) {
    private static final String EXCHANGE = "/teledossiers/v1/";
    static final String DEPOSIT = "POST " + EXCHANGE + "folders";
    static final String EVENT = "POST " + EXCHANGE + "cases/{caseId}/events";

    /** The reasons that tell of the form of a request. */
    private static final Set<String> FORM = Set.of(
            "BODY_CUT",
            "BODY_INVALID",
            "BODY_TOO_LARGE",
            "BODY_UNREADABLE",
            "MEDIA_TYPE_UNKNOWN",
            "PARAMETER_INVALID",
            "PARAMETER_UNKNOWN",
            "PLACE_LOST",
            "RANGE_INVALID");

    private static final List<String> UPLOAD =
            List.of("Size does not match", "Digest does not match", "Mime type does not match");

    /** The operations that change something, with the beginnings of the rules that another value obeys. */
    private static final Map<String, List<String>> CHANGES = Map.of(
            DEPOSIT,
            List.of(
                    "Process ",
                    "Case recipient ",
                    "Case externalId ",
                    "Attachment recipient ",
                    "Attachment type ",
                    "Attachment format ",
                    "Attachment size ",
                    "Idempotency-Key "),
            EVENT,
            List.of("Case status ", "Event ", "Attachment format ", "Attachment size ", "Idempotency-Key "),
            "PATCH " + EXCHANGE + "cases/{caseId}",
            List.of("Case status "),
            "PATCH " + EXCHANGE + "folders/{folderId}",
            List.of("Folder status ", "Folder is not completed"),
            "PUT " + EXCHANGE + "folders/{folderId}/attachments/{attachmentId}",
            UPLOAD,
            "PUT " + EXCHANGE + "cases/{caseId}/events/{eventId}/attachments/{attachmentId}",
            UPLOAD);

    private static final String PDF = "application/pdf";

    /** The size of the contract's example. */
    private static final long USUAL_SIZE = 48_213;

    /** A démarche with what it allows. */
    record KnownProcess(String code, AttachmentRules files) {}

    /** Returns the request; empty when HubEE knows none that would be accepted. */
    Optional<Asked> of(RefusedCall refused) {
        return isPossible(refused)
                ? Optional.of(new Asked(
                        refused.call().operation(),
                        refused.call().path(),
                        refused.headers(),
                        values(refused.call().operation()),
                        refused.places()))
                : Optional.empty();
    }

    private boolean isPossible(RefusedCall refused) {
        var operation = refused.call().operation();
        if (refused.startsWith("Test bench: ")) {
            return false;
        }
        if (operation.endsWith("/token")) {
            return secret && !refused.reason().equals("TOO_MANY_ATTEMPTS");
        }
        boolean known = refused.call().path() != null && !refused.call().path().contains("{");
        if (!known || !RefusalHelp.scopes(operation).contains(scope)) {
            return false;
        }
        return operation.startsWith("GET ") ? isReading(refused, operation) : isChange(refused, operation);
    }

    private boolean isReading(RefusedCall refused, String operation) {
        return switch (refused.reason()) {
            case "RANGE_INVALID" -> true; // the file was found
            case "RULE" -> refused.startsWith("Cursor is not valid");
            default -> FORM.contains(refused.reason()) && (!operation.contains("{") || (open && isOfFolder(operation)));
        };
    }

    private static boolean isOfFolder(String operation) {
        return operation.endsWith("/{caseId}") || operation.endsWith("/{folderId}");
    }

    private boolean isChange(RefusedCall refused, String operation) {
        var rules = CHANGES.getOrDefault(operation, List.of());
        boolean rule = refused.reason().equals("RULE") && rules.stream().anyMatch(refused::startsWith);
        boolean form = !rules.isEmpty() && FORM.contains(refused.reason());
        if (operation.startsWith("PUT ")) {
            return open && (rule || (form && refused.reason().equals("BODY_CUT")));
        }
        return (rule || form) && (operation.equals(DEPOSIT) ? isDeposit() : open && hasFiles(refused));
    }

    private boolean isDeposit() {
        boolean hasType =
                process.filter(known -> !known.files().types().isEmpty()).isPresent();
        return hasType && format(DEPOSIT).isPresent() && recipient.isPresent();
    }

    /** Whether it is known what the request may attach, if it has to attach something. */
    private boolean hasFiles(RefusedCall refused) {
        return refused.places().stream().noneMatch(place -> place.startsWith("body/attachments"))
                || format(refused.call().operation()).isPresent();
    }

    /** Returns the format of a file that the software may send; PDF if it may. */
    private Optional<String> format(String operation) {
        var formats = process.map(KnownProcess::files)
                .map(files -> operation.equals(EVENT) && scope.equals("SI") ? files.siFormats() : files.formats())
                .orElse(List.of());
        return formats.contains(PDF) ? Optional.of(PDF) : formats.stream().findFirst();
    }

    private Map<String, String> values(String operation) {
        var values = new LinkedHashMap<String, String>();
        process.ifPresent(known -> {
            values.put("query.processCode", known.code());
            values.put("body/processCode", known.code());
            values.put(
                    "body/attachments/0/size",
                    String.valueOf(Math.min(USUAL_SIZE, known.files().maxSize())));
            known.files().types().stream().findFirst().ifPresent(type -> values.put("body/attachments/0/type", type));
        });
        format(operation).ifPresent(format -> values.put("body/attachments/0/mimeType", format));
        recipient.ifPresent(to -> {
            var place = "body/cases/0/recipient/";
            values.put(place + "type", to.type().name());
            values.put(place + "companyRegister", to.companyRegister());
            values.put(place + "branchCode", to.branchCode());
        });
        return values;
    }
}

package fr.hubee.api.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.process.PortalRules;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessField;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A démarche (specification §2.3). */
public record ProcessJson(
        @NotNull
        @Size(max = 30)
        @Pattern(regexp = "[\\w.-]+", message = "ECMA 262 regex \"^[\\\\w.-]+$\" does not match input string")
        String code,

        @NotNull @Size(max = 100) String name,
        @Size(max = 1000) String description,
        @NotNull Boolean isActivated,
        @NotNull @Valid OrganizationIdentifierJson osl,
        @NotNull @Size(min = 1) List<@NotNull @Size(max = 255) String> attachmentFormatsEnabled,
        List<@NotNull @Size(max = 255) String> siAttachmentFormatsEnabled,
        @NotNull @Size(min = 1) List<@NotNull @Size(max = 100) String> attachmentTypesEnabled,
        @NotNull @Positive Long attachmentMaxSizeEnabled,
        @NotNull @Size(max = 15) String statusBeforeFileDeletion,
        @NotNull @PositiveOrZero Integer timeBeforeFileDeletion,
        @NotNull @PositiveOrZero Integer timeBeforeArchiving,
        @NotNull @PositiveOrZero Integer timeBeforeFolderDeletion,
        @NotNull Boolean messageToTransmitter,
        @NotNull Boolean messageWithStatus,
        @NotNull Boolean authorizedAwaiting,
        @NotNull SubscriptionValidation subscriptionValidation,
        @Size(max = 1000) String legalJustification,
        @JsonProperty(access = Access.READ_ONLY) Instant creationDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime) {
    private static final String UNFIT = "is not what it should be";

    static ProcessJson from(RegisteredProcess process) {
        var details = process.details();
        return new ProcessJson(
                process.code(),
                details.name(),
                details.description(),
                details.activated(),
                OrganizationIdentifierJson.from(details.osl()),
                details.attachments().formats(),
                details.attachments().siFormats(),
                details.attachments().types(),
                details.attachments().maxSize(),
                details.retention().fileDeletionStatus(),
                details.retention().fileDeletionDays(),
                details.retention().archivingDays(),
                details.retention().folderDeletionDays(),
                details.messageToTransmitter(),
                details.messageWithStatus(),
                details.authorizedAwaiting(),
                details.subscriptionValidation(),
                details.legalJustification(),
                process.createdAt(),
                process.updatedAt());
    }

    public ProcessDetails toDetails() {
        return new ProcessDetails(
                name,
                description,
                isActivated,
                osl.toKey(),
                new AttachmentRules(
                        attachmentFormatsEnabled,
                        siAttachmentFormatsEnabled == null ? List.of() : siAttachmentFormatsEnabled,
                        attachmentTypesEnabled,
                        attachmentMaxSizeEnabled,
                        false),
                new RetentionRules(
                        knownStatus(), timeBeforeFileDeletion, timeBeforeArchiving, timeBeforeFolderDeletion),
                messageToTransmitter,
                messageWithStatus,
                authorizedAwaiting,
                subscriptionValidation,
                false,
                legalJustification,
                PortalRules.NONE);
    }

    /**
     * Returns the details with the fields that the contract does not have.
     *
     * @param entry of a file that fills a new hub
     */
    ProcessDetails toDetails(JsonNode entry) {
        return toDetails().withOutsideTheApi(field -> {
            var value = entry.path(field.word());
            boolean given = !value.isMissingNode() && !value.isNull();
            return switch (field.kind()) {
                case YES_NO ->
                    given && checked(value, value.isBoolean(), field, UNFIT).booleanValue();
                case PERSON -> given ? person(value, field) : CasePerson.APPLICANT;
                case SHORT_NAME ->
                    given ? checked(value, value.isTextual(), field, UNFIT).textValue() : null;
                case PERIOD -> given ? period(checked(value, value.isTextual(), field, UNFIT), field) : null;
                default -> throw new IllegalStateException(field.name());
            };
        });
    }

    private static CasePerson person(JsonNode text, ProcessField field) {
        return Stream.of(CasePerson.values())
                .filter(each -> each.name().equals(text.textValue()))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidRequest(field.word() + " is none of " + Arrays.toString(CasePerson.values())));
    }

    private static Period period(JsonNode text, ProcessField field) {
        boolean right = text.textValue().matches("P[1-9][0-9]{0,3}[MD]");
        return Period.parse(
                checked(text, right, field, "is no period such as P2M or P60D").textValue());
    }

    private static JsonNode checked(JsonNode value, boolean right, ProcessField field, String otherwise) {
        if (!right) {
            throw new InvalidRequest(field.word() + " " + otherwise);
        }
        return value;
    }

    /** Checks the status: with an unknown one, no file would ever be purged. */
    private String knownStatus() {
        return Stream.of(CaseStatus.values())
                .map(CaseStatus::name)
                .filter(statusBeforeFileDeletion::equals)
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("statusBeforeFileDeletion is not one of the list"));
    }
}

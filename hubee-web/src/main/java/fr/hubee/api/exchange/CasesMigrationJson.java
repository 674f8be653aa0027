package fr.hubee.api.exchange;

import fr.hubee.api.directory.OrganizationIdentifierJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** An organisation hands its cases over to another. */
public record CasesMigrationJson(
        @NotNull @Valid OrganizationIdentifierJson organizationSource,
        @NotNull @Valid OrganizationIdentifierJson organizationTarget) {

    /** The number of cases that were handed over. */
    public record CasesMigratedJson(int caseUpdated) {}
}

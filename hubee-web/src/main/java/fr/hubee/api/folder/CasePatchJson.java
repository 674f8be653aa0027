package fr.hubee.api.folder;

import fr.hubee.folder.status.CaseStatus;
import jakarta.validation.constraints.NotNull;

/** What a party may change of a case. */
public record CasePatchJson(@NotNull CaseStatus status) {}

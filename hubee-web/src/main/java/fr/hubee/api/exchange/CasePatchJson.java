package fr.hubee.api.exchange;

import fr.hubee.exchange.status.CaseStatus;
import jakarta.validation.constraints.NotNull;

/** What a party may change of a case. */
public record CasePatchJson(@NotNull CaseStatus status) {}

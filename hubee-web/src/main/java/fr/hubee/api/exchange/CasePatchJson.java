package fr.hubee.api.exchange;

import fr.hubee.exchange.status.CaseStatus;
import jakarta.validation.constraints.NotNull;

/** The part of a case that a party may change. */
public record CasePatchJson(@NotNull CaseStatus status) {}

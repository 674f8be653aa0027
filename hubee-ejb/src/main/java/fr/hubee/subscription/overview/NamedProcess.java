package fr.hubee.subscription.overview;

import fr.hubee.shared.OrganizationKey;

/** A démarche in a selection list. */
public record NamedProcess(String code, String name, OrganizationKey operator, String operatorName) {}

package fr.hubee.subscription.overview;

import fr.hubee.shared.OrganizationKey;

/** A démarche to choose from a list. */
public record NamedProcess(String code, String name, OrganizationKey operator, String operatorName) {}

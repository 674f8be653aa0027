package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.OrganizationKey;

/** A démarche in a selection list. */
public record NamedProcess(String code, String name, OrganizationKey operator, String operatorName) {}

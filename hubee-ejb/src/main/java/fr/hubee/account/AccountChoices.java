package fr.hubee.account;

import fr.hubee.shared.OrganizationKey;
import java.util.List;
import java.util.Map;

/**
 * What whoever manages the accounts of an organisation may choose from.
 *
 * @param types of the accounts that she may make and change; none for who only looks
 * @param processes the démarches that its people may be habilitated for: the name of each, by its code
 */
public record AccountChoices(
        OrganizationKey organization, String organizationName, List<ActorType> types, Map<String, String> processes) {}

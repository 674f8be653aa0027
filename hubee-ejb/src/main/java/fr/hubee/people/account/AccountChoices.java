package fr.hubee.people.account;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.List;
import java.util.Map;

/**
 * The choices offered to a manager of an organisation's accounts.
 *
 * @param types of the accounts that she may create and change; empty for a read-only user
 * @param processes the démarches that the organisation's people may be habilitated for: the name of each, by its code
 */
public record AccountChoices(
        OrganizationKey organization, String organizationName, List<ActorType> types, Map<String, String> processes) {}

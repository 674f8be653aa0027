package fr.hubee.people.account;

import fr.hubee.people.identity.Identity;
import java.util.Set;

/**
 * One agent of a file, as it is written there.
 *
 * @param number of the line in the file; the first one has the names of the columns
 */
public record AgentLine(long number, String email, Identity identity, Set<String> processCodes) {}

package fr.hubee.account.agentfile;

import fr.hubee.account.identity.Identity;
import java.util.Set;

/**
 * One agent of a file, as it is written there.
 *
 * @param number of the line in the file; the first one has the names of the columns
 */
public record AgentLine(long number, String email, Identity identity, Set<String> processCodes) {}

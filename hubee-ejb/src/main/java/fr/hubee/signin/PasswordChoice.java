package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.List;

/**
 * Who may choose a password.
 *
 * @param earlier the hashes of those that she may not choose again, the newest first
 */
record PasswordChoice(KnownAccount account, List<String> earlier) {}

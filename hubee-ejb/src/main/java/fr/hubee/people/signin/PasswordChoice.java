package fr.hubee.people.signin;

import fr.hubee.people.account.KnownAccount;
import java.util.List;

/**
 * A person who may choose a password.
 *
 * @param earlier the hashes of her last passwords, which must not be reused, newest first
 */
record PasswordChoice(KnownAccount account, List<String> earlier) {}

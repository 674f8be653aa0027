package fr.hubee.token.client;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Identifiers of clients: what they are for, and ten letters that make them unique and are not mistaken when read. */
final class ClientName {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientName() {}

    /** @param purpose such as the code of a démarche; HTTP Basic and logs take the identifier as it comes out */
    static String fresh(String purpose) {
        var letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return purpose.replaceAll("[^A-Za-z0-9]+", "-") + "-" + letters;
    }
}

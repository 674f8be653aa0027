package fr.hubee.clients.client;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Client identifiers: their purpose, and ten letters that are unique and easy to read. */
final class ClientName {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientName() {}

    /** @param purpose such as the code of a démarche; the result is safe in HTTP Basic and in logs */
    static String fresh(String purpose) {
        var letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return purpose.replaceAll("[^A-Za-z0-9]+", "-") + "-" + letters;
    }
}

package fr.hubee.cli.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the keys that the user trusts: their names, and the key sets that the hub publishes. */
final class TrustedKeys {
    static final String USAGE = "[--key NAME]... [--key-set FILE|ADDRESS]...";

    /** Text after a verdict without a trusted key. */
    static final String NOBODY_SAYS =
            "nobody says who signed it: name the key with --key, or the key set of the hub with --key-set";

    private final Set<String> names = new HashSet<>();
    private final List<String> sets = new ArrayList<>();

    /** Whether the word is one of these options; takes its value, too. */
    boolean take(String word, Deque<String> values) {
        if (values.isEmpty() || !List.of("--key", "--key-set").contains(word)) {
            return false;
        }
        (word.equals("--key") ? names : sets).add(values.pop());
        return true;
    }

    /** Returns the names of the trusted keys; empty when there are none. */
    Set<String> read() throws IOException {
        for (var set : sets) {
            names.addAll(HubKeySet.names(set));
        }
        return Set.copyOf(names);
    }
}

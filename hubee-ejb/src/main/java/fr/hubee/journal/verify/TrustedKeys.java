package fr.hubee.journal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who may have signed, as whoever verifies knows it from elsewhere: the names of keys, and the sets that the hub publishes. */
public final class TrustedKeys {
    public static final String USAGE = "[--key NAME]... [--key-set FILE|ADDRESS]...";

    /** Follows a verdict without any. */
    public static final String NOBODY_SAYS =
            "nobody says who signed it: name the key with --key, or the key set of the hub with --key-set";

    private final Set<String> names = new HashSet<>();
    private final List<String> sets = new ArrayList<>();

    /** Returns whether the word is one of its options; its value is then taken, too. */
    public boolean take(String word, Deque<String> values) {
        if (values.isEmpty() || !List.of("--key", "--key-set").contains(word)) {
            return false;
        }
        (word.equals("--key") ? names : sets).add(values.pop());
        return true;
    }

    /** Returns none where nobody was named. */
    public Set<String> read() throws IOException {
        for (var set : sets) {
            names.addAll(HubKeySet.names(set));
        }
        return Set.copyOf(names);
    }
}
